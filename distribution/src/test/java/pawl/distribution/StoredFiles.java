package pawl.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The logs and snapshots of a data folder, hashed as {@code sha256sum} does it, without a line of the engine. */
final class StoredFiles {
    private StoredFiles() {}

    /** The SHA-256 of each log and snapshot, by its name in the folder. */
    static SortedMap<String, String> hashes(Path data) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String folder : new String[] {"logs", "snapshots", "ticks"}) {
            for (Path file : Distribution.filesBelow(data.resolve(folder))) {
                hashes.put(data.relativize(file).toString(), sha256(bytes(file)));
            }
        }
        return hashes;
    }

    /** What a replay prints as its digest. */
    static String digest(Path data) {
        StringBuilder list = new StringBuilder();
        for (Map.Entry<String, String> file : hashes(data).entrySet()) {
            list.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
        }
        return sha256(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
