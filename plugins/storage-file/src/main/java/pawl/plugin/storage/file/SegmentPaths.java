package pawl.plugin.storage.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/**
 * From names in the store to files in the folder. Below the folder there are directories and regular files only: a symbolic link
 * could lead writes out of it, and {@code find -type f} would not see what lies behind it.
 */
final class SegmentPaths {
    /** Files of the store itself, at the top of the folder. */
    static final String LOCK = "lock";

    static final String REPLACEMENT = "replacement";

    private static final Set<String> OWN = Set.of(LOCK, REPLACEMENT);
    private static final Pattern NAME =
            Pattern.compile("(?!\\.\\.?(/|$))[A-Za-z0-9._-]+(/(?!\\.\\.?(/|$))[A-Za-z0-9._-]+)*");

    private final Path folder;

    SegmentPaths(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * The file of that name, there or not.
     *
     * @throws StorageException with BAD_NAME when the name is none, or something other than a regular file has it
     */
    Path of(String name) throws StorageException {
        requireName(name);
        Path path = folder;
        String[] parts = name.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            path = path.resolve(parts[i]);
            requireKind(path, i < parts.length - 1);
        }
        return path;
    }

    /** Whether there is a segment of that name; a folder is none. */
    boolean exists(String name) throws StorageException {
        requireName(name);
        if (Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return Files.isRegularFile(of(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** The names below a directory, in order of their characters. */
    List<String> list(String name) throws StorageException {
        requireName(name);
        Path directory = folder.resolve(name);
        List<String> names = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    names.add(nameOf(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            if (!Files.exists(directory)) {
                return List.of();
            }
            throw Failure.of("list", directory, e);
        } catch (IOException e) {
            throw Failure.of("list", directory, e);
        }
        names.remove(name); // Where the "directory" is a segment, it holds no names.
        Collections.sort(names);
        for (String found : names) {
            of(found);
        }
        return names;
    }

    private String nameOf(Path file) {
        List<String> parts = new ArrayList<>();
        for (Path part : folder.relativize(file)) {
            parts.add(part.toString());
        }
        return String.join("/", parts);
    }

    private void requireName(String name) throws StorageException {
        if (!NAME.matcher(name).matches() || OWN.contains(name)) {
            throw new StorageException(
                    Kind.BAD_NAME,
                    "\"" + name + "\" in " + folder
                            + " is no name of a segment: parts of A-Z a-z 0-9 . _ - parted by / are," + " and not "
                            + LOCK + " or " + REPLACEMENT);
        }
    }

    private static void requireKind(Path path, boolean isFolder) throws StorageException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw Failure.of("look at", path, e);
        }
        String expected = isFolder ? "a folder" : "a regular file";
        if (attributes.isSymbolicLink()) {
            throw Failure.badName(path, "a symbolic link", expected);
        }
        if (isFolder ? !attributes.isDirectory() : !attributes.isRegularFile()) {
            throw Failure.badName(path, attributes.isDirectory() ? "a folder" : "none", expected);
        }
    }
}
