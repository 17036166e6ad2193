package storage.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/**
 * From the engine's names to files: {@code logs/CHZ/2026-07-19.log} lies at {@code tokens/CHZ/logs/2026-07-19.log}, and what belongs to
 * no token, for example {@code ticks/2026-07-19.log}, at {@code engine/ticks/2026-07-19.log}.
 */
final class TokenFolders {
    private static final String OF_TOKENS = "tokens";
    private static final String OF_ENGINE = "engine";
    private static final Pattern NAME =
            Pattern.compile("(?!\\.\\.?(/|$))[A-Za-z0-9._-]+(/(?!\\.\\.?(/|$))[A-Za-z0-9._-]+)*");

    private final Path folder;

    TokenFolders(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The file of that name, there or not. */
    Path of(String name) throws StorageException {
        if (!NAME.matcher(name).matches()) {
            throw new StorageException(
                    Kind.BAD_NAME,
                    "\"" + name + "\" in " + folder + " is no name: parts of A-Z a-z 0-9 . _ - parted by / are");
        }
        String[] parts = name.split("/", 3);
        return parts.length < 3
                ? folder.resolve(OF_ENGINE).resolve(name)
                : folder.resolve(OF_TOKENS).resolve(parts[1]).resolve(parts[0]).resolve(parts[2]);
    }

    /**
     * Refuses a name that is to be a segment's and stands for a folder of others, or lies below a segment: a store of any other kind
     * could not hold both.
     */
    void requireNoOther(String name) throws StorageException {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            Path above = of(name.substring(0, slash));
            if (Files.isRegularFile(above)) {
                throw new StorageException(Kind.BAD_NAME, name + " lies below " + above + ", which is no folder");
            }
        }
        for (Path below : foldersBelow(name)) {
            if (Files.isDirectory(below)) {
                throw new StorageException(Kind.BAD_NAME, name + " is a folder: " + below + "; it cannot be written");
            }
        }
    }

    /** Where names that start with this one and a slash would lie. */
    private List<Path> foldersBelow(String name) throws StorageException {
        String[] parts = name.split("/", 3);
        if (parts.length == 3) {
            return List.of(of(name));
        }
        Path tokens = folder.resolve(OF_TOKENS);
        if (parts.length == 2) {
            return List.of(of(name), tokens.resolve(parts[1]).resolve(parts[0]));
        }
        List<Path> folders = new ArrayList<>(List.of(of(name)));
        if (Files.isDirectory(tokens)) {
            try (Stream<Path> all = Files.list(tokens)) {
                all.map(token -> token.resolve(name)).forEach(folders::add);
            } catch (IOException e) {
                throw Failures.of("list", tokens, e);
            }
        }
        return folders;
    }

    /** The name of a file that {@link #of} gave. */
    String nameOf(Path file) {
        List<String> parts = new ArrayList<>();
        folder.relativize(file).forEach(part -> parts.add(part.toString()));
        boolean isOfEngine = parts.removeFirst().equals(OF_ENGINE);
        if (!isOfEngine) {
            String token = parts.removeFirst();
            parts.add(1, token);
        }
        return String.join("/", parts);
    }

    /** Where all files lie. */
    List<Path> roots() {
        return List.of(folder.resolve(OF_ENGINE), folder.resolve(OF_TOKENS));
    }
}
