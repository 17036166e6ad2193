package pawl.venue;

/** What a REST request was once answered with. Not a record: it holds an array, which nobody changes. */
final class RestBody implements SourceItem {
    private final long arrivalNs;
    private final byte[] bytes;

    RestBody(long arrivalNs, byte[] bytes) {
        this.arrivalNs = arrivalNs;
        this.bytes = bytes;
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
}
