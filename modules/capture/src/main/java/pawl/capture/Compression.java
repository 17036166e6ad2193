package pawl.capture;

/** How a capture is compressed, recognised by how it starts. */
public enum Compression {
    /** Not at all. */
    NONE(""),
    /** RFC 1952. */
    GZIP(", gzip"),
    /** RFC 8878. */
    ZSTD(", zstd");

    static final int ZSTD_MAGIC = 0xfd2fb528;

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** To be said after the format's name. */
    public String suffix() {
        return suffix;
    }

    static Compression of(byte[] bytes, int length) {
        if (GzipBytes.isGzip(bytes, length)) {
            return GZIP;
        }
        return length >= Integer.BYTES && LittleEndian.getInt(bytes, 0) == ZSTD_MAGIC ? ZSTD : NONE;
    }
}
