package pawl.venue;

/** One frame of a stream in its envelope. Not a record: it holds an array, which nobody changes. */
final class StreamFrame implements SourceItem {
    private static final byte[] AGGREGATE_ID = JsonScan.key("a");

    private final StreamName stream;
    private final long arrivalNs;
    private final byte[] bytes;
    private final int dataStart;
    private final long tradeId;

    /** @param bytes the envelope, whose {@code data} begin at {@code dataStart} and end one before its end */
    StreamFrame(StreamName stream, long arrivalNs, byte[] bytes, int dataStart) {
        this(
                stream,
                arrivalNs,
                bytes,
                dataStart,
                stream.isTrades() ? JsonScan.number(bytes, dataStart, bytes.length, AGGREGATE_ID, -1) : -1);
    }

    private StreamFrame(StreamName stream, long arrivalNs, byte[] bytes, int dataStart, long tradeId) {
        this.stream = stream;
        this.arrivalNs = arrivalNs;
        this.bytes = bytes;
        this.dataStart = dataStart;
        this.tradeId = tradeId;
    }

    /** The same frame, which tells of the same trade, with other bytes behind the envelope's head, which stays. */
    StreamFrame withBytes(byte[] newBytes) {
        return new StreamFrame(stream, arrivalNs, newBytes, dataStart, tradeId);
    }

    StreamName stream() {
        return stream;
    }

    @Override
    public long arrivalNs() {
        return arrivalNs;
    }

    @Override
    public int sizeBytes() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int dataStart() {
        return dataStart;
    }

    int dataEnd() {
        return bytes.length - 1;
    }

    /** The aggregate trade's id; -1 for another frame. */
    long tradeId() {
        return tradeId;
    }
}
