package pawl.capture;

import java.nio.file.Path;

/**
 * One frame of a capture: the bytes as the exchange sent them, and where and when. A flyweight: its reader reuses it
 * and the array it points into, so nothing of it may be kept past the next call of {@link CaptureReader#next}.
 */
public final class Frame {
    private static final byte[] NONE = {};

    private final Path file;
    private byte[] bytes = NONE;
    private int offset;
    private int length;
    private long arrivalNs;
    private long tick;
    private String feed = "";
    private long number;
    private long positionBytes;

    Frame(Path file) {
        this.file = file;
    }

    void set(byte[] frameBytes, int frameOffset, int frameLength, long frameArrivalNs, String frameFeed) {
        bytes = frameBytes;
        offset = frameOffset;
        length = frameLength;
        arrivalNs = frameArrivalNs;
        feed = frameFeed;
    }

    /** Lets go of the array. */
    void release() {
        bytes = NONE;
        offset = 0;
        length = 0;
    }

    void setPlace(long lineOrRecord, long offsetBytes) {
        number = lineOrRecord;
        positionBytes = offsetBytes;
    }

    void setArrivalNs(long frameArrivalNs) {
        arrivalNs = frameArrivalNs;
    }

    void setTick(long frameTick) {
        tick = frameTick;
    }

    /**
     * The array that holds the frame, from {@link #offset} for {@link #length}; what lies around it is not the frame's.
     */
    public byte[] bytes() {
        return bytes;
    }

    public int offset() {
        return offset;
    }

    /** May be 0. */
    public int length() {
        return length;
    }

    /**
     * Since the epoch; never less than that of an earlier frame of the file (see {@link
     * CaptureProblem.Kind#TIME_BACKWARD}).
     */
    public long arrivalNs() {
        return arrivalNs;
    }

    /**
     * The tick in which the frame was flushed (D2): as recorded in a Pawl capture, else the one that covers the arrival
     * stamp. Never less than that of the frame before, whatever its file.
     */
    public long tick() {
        return tick;
    }

    /** The feed's name as recorded; in stamped lines, which name none, the empty text. */
    public String feed() {
        return feed;
    }

    public Path file() {
        return file;
    }

    /** Of the line or record in its file, from 1. */
    public long number() {
        return number;
    }

    /** Where the line or record starts, from the start of the file, after decompression. */
    public long positionBytes() {
        return positionBytes;
    }
}
