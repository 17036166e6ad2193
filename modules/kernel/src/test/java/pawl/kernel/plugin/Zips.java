package pawl.kernel.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files with whatever in them, also what no well-meaning tool would write. */
final class Zips {
    private static final int ENTRY_SIGNATURE_BYTES = 4;
    private static final byte[] ENTRY_SIGNATURE = {'P', 'K', 1, 2};
    private static final int UNIX = 3;
    private static final int LINK_WITH_ALL_RIGHTS = 0xa1ff;

    private Zips() {}

    /** @param entries by name, in the map's order; a name that ends in a slash is a folder's */
    static Path write(Path zip, Map<String, byte[]> entries) throws IOException {
        Files.createDirectories(zip.getParent());
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return zip;
    }

    /** All files below a folder, with none of the checks that the JDK's tool makes. */
    static Path ofFolder(Path folder, Path zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                entries.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return write(zip, entries);
    }

    /** Marks the last entry of a zip file as a symbolic link, as Unix tools do. */
    static void makeLastALink(Path zip) throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        int at = bytes.length - ENTRY_SIGNATURE_BYTES;
        while (!Arrays.equals(bytes, at, at + ENTRY_SIGNATURE_BYTES, ENTRY_SIGNATURE, 0, ENTRY_SIGNATURE_BYTES)) {
            at--;
        }
        bytes[at + 5] = UNIX;
        bytes[at + 40] = (byte) LINK_WITH_ALL_RIGHTS;
        bytes[at + 41] = (byte) (LINK_WITH_ALL_RIGHTS >> 8);
        Files.write(zip, bytes);
    }
}
