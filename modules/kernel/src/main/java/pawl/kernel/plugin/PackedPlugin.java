package pawl.kernel.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A plugin in one zip file, unpacked into a folder that is this process's own and gone when it ends. Only jars are unpacked, side by side
 * or out of one folder. Nothing that the zip says of itself is trusted: names are checked, and bytes are counted as they come.
 */
final class PackedPlugin {
    private static final Pattern OUTSIDE =
            Pattern.compile("[/\\\\].*|.*[\\\\:\\p{Cntrl}].*|(.*/)?\\.{1,2}(/.*)?|.*//.*", Pattern.DOTALL);

    private final PluginLimits limits;
    private final Path folder;
    private final byte[] buffer = new byte[1 << 16];
    private long unpackedBytes;

    private PackedPlugin(PluginLimits limits, Path folder) {
        this.limits = limits;
        this.folder = folder;
    }

    /** Gives the folder that holds its jars. */
    static Path unpack(Path packed, PluginLimits limits) throws IOException, PluginRefusedException {
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            if (zip.size() > limits.packedEntries()) {
                throw new PluginRefusedException(Refusal.PACKED_TOO_MANY, limits.packedEntries());
            }
            Optional<String> link = ZipLinks.first(packed);
            if (link.isPresent()) {
                throw new PluginRefusedException(Refusal.PACKED_LINK, link.get());
            }
            List<? extends ZipEntry> entries = zip.stream().toList();
            requireNames(entries);
            PackedPlugin unpacking = new PackedPlugin(limits, PrivateFolders.make());
            for (ZipEntry entry : entries) {
                if (isJar(entry)) {
                    unpacking.unpack(zip, entry);
                }
            }
            return unpacking.folder;
        } catch (ZipException | FileAlreadyExistsException e) {
            throw new PluginRefusedException(Refusal.PACKED_CORRUPT, Causes.line(e));
        }
    }

    private static boolean isJar(ZipEntry entry) {
        return !entry.isDirectory() && entry.getName().endsWith(".jar");
    }

    private static void requireNames(List<? extends ZipEntry> entries) throws PluginRefusedException {
        Set<String> folders = new TreeSet<>();
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (name.isEmpty() || OUTSIDE.matcher(name).matches()) {
                throw new PluginRefusedException(Refusal.PACKED_NAME, "\"" + name + "\"");
            }
            if (isJar(entry)) {
                folders.add(name.substring(0, name.lastIndexOf('/') + 1));
                boolean isDeep = name.indexOf('/') != name.lastIndexOf('/');
                if (isDeep || folders.size() > 1) {
                    throw new PluginRefusedException(Refusal.PACKED_DEEP, "\"" + name + "\"");
                }
            }
        }
    }

    private void unpack(ZipFile zip, ZipEntry entry) throws IOException, PluginRefusedException {
        String name = entry.getName();
        Path jar = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        Files.createFile(jar);
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(jar)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpackedBytes += read;
                if (unpackedBytes > limits.unpackedBytes()) {
                    throw new PluginRefusedException(Refusal.PACKED_TOO_LARGE, limits.unpackedBytes());
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
