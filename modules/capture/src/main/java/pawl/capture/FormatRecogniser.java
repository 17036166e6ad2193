package pawl.capture;

import java.util.Optional;

/**
 * Tells formats apart by how a capture starts, never by its name. Of line formats, the first line within the first
 * block that is of a format decides, so that a capture whose first line is damaged is still known.
 */
final class FormatRecogniser {
    private static final int PROBED_BYTES = 1 << 13;

    private FormatRecogniser() {}

    /** Leaves the buffer where the content starts, which is after a byte order mark. */
    static Optional<CaptureFormat> recognise(InputBuffer buffer) throws CaptureException {
        boolean whole = !buffer.require(PROBED_BYTES);
        byte[] bytes = buffer.bytes();
        int start = buffer.position();
        if (PawlFormat.startsWithMagic(bytes, start, buffer.unread())) {
            return Optional.of(CaptureFormat.PAWL);
        }
        if (startsWithByteOrderMark(bytes, start, buffer.unread())) {
            buffer.skip(3);
            start += 3;
        }
        CryptofeedLine json = new CryptofeedLine();
        int end = whole ? buffer.limit() : Math.min(buffer.limit(), start + PROBED_BYTES);
        while (start < end) {
            int newline = LineReader.indexOfNewline(bytes, start, end);
            int lineEnd = newline < 0 ? end : newline;
            if (StampedLines.stampNs(bytes, start, StampedLines.stampDigits(bytes, start, lineEnd - start)) >= 0) {
                return Optional.of(CaptureFormat.STAMPED_LINES);
            }
            if (bytes[start] == '{' && json.recognises(bytes, start, lineEnd - start)) {
                return Optional.of(CaptureFormat.CRYPTOFEED_LINES);
            }
            start = lineEnd + 1;
        }
        return Optional.empty();
    }

    private static boolean startsWithByteOrderMark(byte[] bytes, int start, int length) {
        return length >= 3
                && (bytes[start] & 0xff) == 0xef
                && (bytes[start + 1] & 0xff) == 0xbb
                && (bytes[start + 2] & 0xff) == 0xbf;
    }

    /** What an unknown capture starts with, and what is known. */
    static String describeUnknown(InputBuffer buffer) {
        byte[] bytes = buffer.bytes();
        int start = buffer.position();
        int length = buffer.unread();
        StringBuilder text = new StringBuilder("starts with ")
                .append(Quote.text(bytes, start, length))
                .append(" (")
                .append(Quote.hex(bytes, start, length))
                .append(')');
        String compression = compression(bytes, start, length);
        if (!compression.isEmpty()) {
            text.append(", which is ")
                    .append(compression)
                    .append(": decompress it first, or recompress it with gzip or zstd");
        }
        text.append("; known are, plain, gzip or zstd: ");
        CaptureFormat[] formats = CaptureFormat.values();
        for (int i = 0; i < formats.length; i++) {
            text.append(i == 0 ? "" : "; ").append(formats[i].title());
        }
        return text.toString();
    }

    private static String compression(byte[] bytes, int start, int length) {
        String hex = Quote.hex(bytes, start, length);
        if (hex.startsWith("28 b5 2f fd")) {
            return "zstd once more";
        }
        if (hex.startsWith("fd 37 7a 58 5a")) {
            return "xz";
        }
        if (hex.startsWith("42 5a 68")) {
            return "bzip2";
        }
        if (hex.startsWith("04 22 4d 18")) {
            return "lz4";
        }
        return hex.startsWith("50 4b 03 04") ? "zip" : "";
    }
}
