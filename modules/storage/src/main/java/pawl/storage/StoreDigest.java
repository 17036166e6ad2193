package pawl.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/**
 * One hash for all that a run left in {@code logs/}, {@code snapshots/} and {@code ticks/}: the SHA-256 of the lines that {@code
 * sha256sum} prints of those files in order of their names' characters.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param files those files in that order
 */
public record StoreDigest(String sha256, List<FileHash> files) {
    private static final int CHUNK_BYTES = 64 * 1024;

    /** A file and its SHA-256. */
    public record FileHash(String name, String sha256) {}

    public StoreDigest {
        files = List.copyOf(files);
    }

    public static StoreDigest of(LogStore store) throws StorageException {
        List<String> names = new ArrayList<>();
        for (String folder : List.of(StoreName.LOGS, StoreName.SNAPSHOTS, StoreName.TICKS)) {
            names.addAll(store.list(folder));
        }
        byte[] chunk = new byte[CHUNK_BYTES];
        MessageDigest fileDigest = Sha256.digest();
        MessageDigest listDigest = Sha256.digest();
        List<FileHash> files = new ArrayList<>();
        for (String name : names) {
            String hash = hash(store, name, chunk, fileDigest);
            files.add(new FileHash(name, hash));
            listDigest.update((hash + "  " + name + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return new StoreDigest(Sha256.hex(listDigest.digest()), files);
    }

    /** The SHA-256 of one file, 64 lower-case hexadecimal digits. */
    public static String sha256(LogStore store, String name) throws StorageException {
        return hash(store, name, new byte[CHUNK_BYTES], Sha256.digest());
    }

    private static String hash(LogStore store, String name, byte[] chunk, MessageDigest digest)
            throws StorageException {
        try (LogSegment segment = store.open(name)) {
            return SegmentBytes.sha256(segment, chunk, digest);
        }
    }
}
