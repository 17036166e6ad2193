package pawl.capture;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Where the fields of Pawl's own capture format lie (docs/capture-format.md). All numbers are little-endian. */
final class PawlFormat {
    /**
     * Another major version cannot be read; a newer minor one may add kinds of record and fields of the header (E8.3).
     */
    static final int MAJOR = 1;

    static final int MINOR = 1;
    static final int PATCH = 0;

    static final int MAGIC_BYTES = 8;
    static final int HEADER_MAJOR_AT = 8;
    static final int HEADER_MINOR_AT = 10;
    static final int HEADER_PATCH_AT = 12;
    static final int HEADER_SIZE_AT = 14;
    /** Magic, version and size: what every version of the header starts with. */
    static final int HEADER_START_BYTES = 16;

    static final int CRC_BYTES = 4;
    static final int HEADER_BYTES = HEADER_START_BYTES + CRC_BYTES;
    /** What the size field can say. */
    static final int MOST_HEADER_BYTES = 0xffff;

    /** Of a record: the number of bytes after its prefix, then the CRC32C over that number and those bytes. */
    static final int BODY_SIZE_AT = 0;

    static final int CRC_AT = 4;
    static final int PREFIX_BYTES = 8;

    static final int KIND_AT = 8;
    static final int FEED_AT = 10;
    /** Kind, a zero byte, and a feed number or zero. */
    static final int LEAST_BODY_BYTES = 4;

    static final int FEED_NAME_AT = 12;
    static final int FRAME_ARRIVAL_AT = 12;
    static final int FRAME_TICK_AT = 20;
    static final int FRAME_BYTES_AT = 28;
    static final int END_TICK_AT = 12;
    static final int END_RECORD_BYTES = 20;

    static final int CONFIGURATION_AT = 12;
    static final int PLUGIN_COUNT_AT = 44;
    static final int PLUGINS_AT = 46;

    static final int KIND_FEED = 1;
    static final int KIND_FRAME = 2;
    static final int KIND_END = 3;
    static final int KIND_RECORDED_UNDER = 4;

    static final int MOST_FEEDS = 1 << 16;

    private static final byte[] MAGIC = "PAWLCAPT".getBytes(StandardCharsets.US_ASCII);

    private PawlFormat() {}

    static void putMagic(byte[] into) {
        System.arraycopy(MAGIC, 0, into, 0, MAGIC_BYTES);
    }

    /** Whether the bytes are the magic, or a start of it that was cut. */
    static boolean startsWithMagic(byte[] bytes, int offset, int length) {
        for (int i = 0; i < Math.min(length, MAGIC_BYTES); i++) {
            if (bytes[offset + i] != MAGIC[i]) {
                return false;
            }
        }
        return length > 0;
    }

    static int crcOf(CRC32C crc, byte[] bytes, int offset, int length) {
        crc.reset();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
