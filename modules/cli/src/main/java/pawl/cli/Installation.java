package pawl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/**
 * The unzipped distribution, whose folders stand in for those that the user does not name.
 *
 * @param home its folder; none where {@code bin/pawl} did not start the process
 */
record Installation(Optional<Path> home) {

    static Installation ofProcess() {
        return new Installation(
                Optional.ofNullable(System.getProperty("pawl.home")).map(Path::of));
    }

    Path configuration() throws PawlException {
        return folder("config", "--config DIR");
    }

    Path plugins() throws PawlException {
        return folder("plugins", "--plugins DIR");
    }

    /** The Maven repository of the API, as authors of plugins build against it. */
    Path repository() throws PawlException {
        return folder("repository", "the -Dpawl.repository of your build");
    }

    /** The recordings that came with it. */
    List<Path> recordings() throws PawlException {
        Path folder = folder("recordings", "a CAPTURE");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> recordings = files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
            if (!recordings.isEmpty()) {
                return recordings;
            }
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, folder + " cannot be listed (" + e + "); name a CAPTURE", e);
        }
        throw new PawlException(Kind.USAGE, folder + " holds no recording; name a CAPTURE");
    }

    private Path folder(String name, String alternative) throws PawlException {
        return home.map(folder -> folder.resolve(name))
                .orElseThrow(() -> new PawlException(
                        Kind.USAGE,
                        "where the installation's " + name + " folder is was not said; run bin/pawl, or name "
                                + alternative));
    }
}
