package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The symbolic links in a zip file, which {@link java.util.zip.ZipFile} takes for files: whoever made them wants a file elsewhere to be
 * read. Their mark is in the central directory alone, so that is read here (APPNOTE 4.3.12 and 4.3.16).
 */
final class ZipLinks {
    private static final long MOST_FILE_BYTES = 256L << 20;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int FILE_TYPE_MASK = 0xf000;
    private static final int LINK_TYPE = 0xa000;

    private ZipLinks() {}

    /** The first one's name. The file must be a zip file that {@link java.util.zip.ZipFile} could open. */
    static Optional<String> first(Path zip) throws IOException {
        if (Files.size(zip) > MOST_FILE_BYTES) {
            throw new ZipException("it has more than " + MOST_FILE_BYTES + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - END_BYTES;
        while (end >= 0 && bytes.getInt(end) != END_SIGNATURE) {
            end--;
        }
        int length = end < 0 ? -1 : bytes.getInt(end + 12);
        // Bytes may stand before the zip, so the directory is found from where it ends; one of more than 2 GB is none
        // of a plugin's.
        int at = end - length;
        if (length < 0 || at < 0) {
            throw new ZipException("its directory is not where its end says");
        }
        while (at + ENTRY_BYTES <= end && bytes.getInt(at) == ENTRY_SIGNATURE) {
            int nameBytes = Short.toUnsignedInt(bytes.getShort(at + 28));
            int fileType = (bytes.getInt(at + 38) >>> 16) & FILE_TYPE_MASK;
            if (fileType == LINK_TYPE) {
                return Optional.of(new String(bytes.array(), at + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8));
            }
            at += ENTRY_BYTES
                    + nameBytes
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        if (at != end) {
            throw new ZipException("its directory is not where its end says");
        }
        return Optional.empty();
    }
}
