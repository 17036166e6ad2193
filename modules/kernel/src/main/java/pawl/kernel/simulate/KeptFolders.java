package pawl.kernel.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/** Writes what simulated disks hold to true ones, to be looked at with the other commands. */
final class KeptFolders {
    private KeptFolders() {}

    static void write(SimulatedDisk disk, Path folder) throws PawlException {
        try {
            for (Map.Entry<String, DiskFile> file : disk.files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.write(path, file.getValue().content());
            }
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, folder + " cannot be written (" + e + "); name another folder", e);
        }
    }
}
