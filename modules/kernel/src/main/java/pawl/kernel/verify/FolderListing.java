package pawl.kernel.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/** Everything that lies in a data folder, whatever it is: a store shows only what it would have written. In order of name. */
public record FolderListing(List<Entry> entries) {
    /**
     * One thing in the folder.
     *
     * @param name its path below the folder, parts parted by {@code /}
     * @param isRegularFile and no symbolic link, socket or the like
     */
    public record Entry(String name, boolean isRegularFile, long sizeBytes) {}

    public FolderListing {
        entries = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
    }

    /** Links are not followed. */
    public static FolderListing of(Path folder) throws PawlException {
        if (!Files.isDirectory(folder)) {
            throw new PawlException(Kind.USAGE, folder + ": there is no such data folder");
        }
        List<Entry> entries = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    entries.add(new Entry(nameOf(folder, file), attributes.isRegularFile(), attributes.size()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (Files.exists(file)) {
                        throw e;
                    }
                    return FileVisitResult.CONTINUE; // An engine that is writing there has just removed it.
                }
            });
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, folder + " cannot be listed: " + e, e);
        }
        return new FolderListing(entries);
    }

    private static String nameOf(Path folder, Path file) {
        List<String> parts = new ArrayList<>();
        for (Path part : folder.relativize(file)) {
            parts.add(part.toString());
        }
        return String.join("/", parts);
    }
}
