package pawl.kernel.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.archive.CompressedDays;
import pawl.kernel.contract.LogQuery;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.LogCatalog;
import pawl.storage.StoreName;

/**
 * A data folder and the logs in it that a path means: all of them, or the one file.
 *
 * @param file the file's name in the store, where the path is a file
 */
public record LogSelection(Path root, Optional<String> file) {

    /** @throws PawlException when the path is neither a folder nor a log in its place below one */
    public static LogSelection of(Path path) throws PawlException {
        if (Files.isDirectory(path)) {
            return new LogSelection(path, Optional.empty());
        }
        if (!Files.exists(path) && !Files.exists(Path.of(CompressedDays.compressed(path.toString())))) {
            throw new PawlException(Kind.USAGE, path + ": there is no such file or folder");
        }
        Path absolute = path.toAbsolutePath().normalize();
        for (Path root = absolute.getParent(); root != null; root = root.getParent()) {
            String name =
                    CompressedDays.plain(root.relativize(absolute).toString().replace('\\', '/'));
            if (StoreName.parse(name).isPresent()) {
                return new LogSelection(root, Optional.of(name));
            }
        }
        throw new PawlException(
                Kind.USAGE,
                path
                        + ": not in its place in a data folder, as logs/<token>/<day>.log; give the file there, or the folder");
    }

    /** Those of the query's token and day. Tick logs are left out where a whole folder is meant. */
    public List<String> names(LogStore store, LogQuery query) throws StorageException {
        if (file.isPresent()) {
            return List.of(file.get());
        }
        List<String> names = new ArrayList<>();
        for (StoreName.TokenLog log : LogCatalog.of(store).tokenLogs()) {
            boolean isToken = query.token().isEmpty() || query.token().get().equals(log.tokenName());
            boolean isDay = query.day().isEmpty() || query.day().get().toEpochDay() == log.epochDay();
            if (isToken && isDay) {
                names.add(log.text());
            }
        }
        return names;
    }
}
