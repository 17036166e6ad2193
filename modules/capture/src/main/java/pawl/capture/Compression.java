package pawl.capture;

/** How a capture is compressed, recognised by how it starts. */
public enum Compression {
    /** Not at all. */
    NONE(""),
    /** RFC 1952. */
    GZIP(", gzip"),
    /** RFC 8878. */
    ZSTD(", zstd");

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
        return ZstdBytes.isZstd(bytes, length) ? ZSTD : NONE;
    }
}
