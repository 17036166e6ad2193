package pawl.storage;

import java.util.Arrays;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.StorageFormatException.Kind;

/** The configurations that headers name, each kept under its hash beside the logs (D10). */
public final class ConfigurationFiles {
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private ConfigurationFiles() {}

    /** The name in headers of a configuration with these bytes: their SHA-256 in lower-case hexadecimal digits. */
    public static String sha256(byte[] json) {
        return Sha256.hex(Sha256.digest().digest(json));
    }

    /** Keeps a configuration, and returns its hash. */
    public static String write(LogStore store, byte[] json) throws StorageException {
        String sha256 = sha256(json);
        store.replace(new StoreName.Configuration(sha256).text(), json, 0, json.length);
        return sha256;
    }

    /** @throws StorageException with {@link StorageException.Kind#BAD_NAME} when there is none with that hash */
    public static byte[] read(LogStore store, String sha256) throws StorageException, StorageFormatException {
        String name = new StoreName.Configuration(Sha256.requireHex(sha256)).text();
        if (!store.exists(name)) {
            throw new StorageException(
                    StorageException.Kind.BAD_NAME,
                    name + ": there is no such configuration; give the folder that has it");
        }
        byte[] json;
        try (LogSegment segment = store.open(name)) {
            json = new byte[(int) Math.min(segment.sizeBytes(), MOST_BYTES)];
            json = Arrays.copyOf(json, SegmentBytes.read(segment, 0, json, 0, json.length));
        }
        if (!sha256(json).equals(sha256)) {
            throw new StorageFormatException(
                    Kind.CORRUPT, name, 0, "its bytes have the hash " + sha256(json), "restore the file from a copy");
        }
        return json;
    }
}
