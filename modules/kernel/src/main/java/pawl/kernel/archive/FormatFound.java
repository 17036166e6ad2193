package pawl.kernel.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.FormatVersion;
import pawl.storage.SegmentBytes;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * The version in the header of a file, whatever the rest of it is.
 *
 * @param name of the file in the store
 */
record FormatFound(String name, FormatVersion version) {
    private static final byte[] LOG = "PAWL-LOG".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SNAPSHOT = "PAWLSNAP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 8;
    private static final int BYTES = VERSION + 3 * Short.BYTES;

    /** Those of the tick logs; where there are none, those of the tokens' logs and snapshots. */
    static List<FormatFound> in(LogStore store) throws StorageException {
        List<FormatFound> found = in(store, StoreName.TICKS);
        if (found.isEmpty()) {
            found.addAll(in(store, StoreName.LOGS));
            found.addAll(in(store, StoreName.SNAPSHOTS));
        }
        return found;
    }

    private static List<FormatFound> in(LogStore store, String folder) throws StorageException {
        List<FormatFound> found = new ArrayList<>();
        for (String name : store.list(folder)) {
            try (LogSegment file = store.open(name)) {
                of(file).ifPresent(version -> found.add(new FormatFound(name, version)));
            } catch (StorageException e) {
                // A damaged file has no format; who reads it says what is wrong with it.
                if (!(e.getCause() instanceof StorageFormatException)) {
                    throw e;
                }
            }
        }
        return found;
    }

    private static Optional<FormatVersion> of(LogSegment file) throws StorageException {
        byte[] head = new byte[BYTES];
        boolean isWhole = SegmentBytes.read(file, 0, head, 0, BYTES) == BYTES;
        boolean isOurs = startsWith(head, LOG) || startsWith(head, SNAPSHOT);
        return isWhole && isOurs
                ? Optional.of(new FormatVersion(u16(head, VERSION), u16(head, VERSION + 2), u16(head, VERSION + 4)))
                : Optional.empty();
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static int u16(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) | ((bytes[offset + 1] & 0xff) << 8);
    }
}
