package pawl.kernel.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.ArchivedMajor;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/**
 * Moves all that engines of one major version left in a data folder into a folder of its own below {@code archive} (E8.3). Nothing is
 * removed and nothing is copied. What is to be moved is written down before the first is, under {@link #UNFINISHED}; that file gets
 * its final name when all was. So a call that was stopped anywhere is finished by the next.
 */
public final class MajorArchive {
    /** Below the data folder. */
    static final String FOLDER = "archive";

    /** The manifest's name while not all was moved. */
    static final String UNFINISHED = "moving.json";

    private static final String MANIFEST = "manifest.json";
    private static final String UNWRITTEN = "moving.json.part";
    private static final List<String> MOVED = List.of("ticks", "logs", "snapshots", "seals", "configuration", "aside");
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})-v(\\d{1,5})");

    private final Path data;
    private final LogStore store;
    private final FolderMoves moves;

    /** @param store of the data folder, held as an engine holds it, so that none runs meanwhile */
    public MajorArchive(Path data, LogStore store) {
        this(data, store, new FolderMoves.OnDisk());
    }

    MajorArchive(Path data, LogStore store, FolderMoves moves) {
        this.data = data;
        this.store = store;
        this.moves = moves;
    }

    /** @throws PawlException when there is nothing to move, or something is in the way of it */
    public ArchivedMajor move() throws PawlException, StorageException {
        try {
            Optional<Path> begun = begun();
            Path target = begun.isPresent() ? begun.get() : begin();
            for (String folder : MOVED) {
                move(data.resolve(folder), target.resolve(folder));
            }
            ArchiveManifest manifest = ArchiveManifest.parse(Files.readString(target.resolve(UNFINISHED)));
            requireAll(manifest, target);
            moves.move(target.resolve(UNFINISHED), target.resolve(MANIFEST));
            return new ArchivedMajor(
                    target, manifest.formatVersion(), manifest.files(), manifest.bytes(), begun.isPresent());
        } catch (IOException e) {
            throw new PawlException(
                    Kind.USAGE,
                    data + " cannot be archived (" + e.getMessage() + "); nothing was lost: let this user write there,"
                            + " and give the same command again",
                    e);
        }
    }

    private Optional<Path> begun() throws IOException {
        for (Path folder : archives()) {
            if (Files.exists(folder.resolve(UNFINISHED))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Writes down what is to be moved. */
    private Path begin() throws IOException, PawlException, StorageException {
        List<FormatFound> found = FormatFound.in(new CompressedDays(store));
        if (found.isEmpty()) {
            throw new PawlException(Kind.USAGE, data + " has no log and no snapshot that could be archived");
        }
        FormatFound newest = found.stream()
                .max(Comparator.comparingInt(file -> file.version().major()))
                .orElseThrow();
        ArchiveManifest manifest =
                ArchiveManifest.of(store, MOVED, newest.version().text());
        Path target = data.resolve(FOLDER)
                .resolve((lastNumber() + 1) + "-v" + newest.version().major());
        moves.make(target);
        moves.write(target.resolve(UNWRITTEN), manifest.text().getBytes(StandardCharsets.UTF_8));
        moves.move(target.resolve(UNWRITTEN), target.resolve(UNFINISHED));
        return target;
    }

    private void move(Path from, Path to) throws IOException, PawlException {
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            return; // Was moved before, or never was.
        }
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new PawlException(
                    Kind.BAD_DATA,
                    from + " and " + to + " are both there, though the first was moved before; nothing was touched: see"
                            + " what wrote there since, and move one of them away");
        }
        moves.move(from, to);
    }

    private static void requireAll(ArchiveManifest manifest, Path target) throws IOException, PawlException {
        for (ArchiveManifest.Entry entry : manifest.entries()) {
            Path file = target.resolve(entry.name());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != entry.bytes()) {
                throw new PawlException(
                        Kind.BAD_DATA,
                        file + " is not there with the " + entry.bytes() + " bytes that " + UNFINISHED
                                + " says; something else changed the folder meanwhile: put it back, and give the same"
                                + " command again");
            }
        }
    }

    private int lastNumber() throws IOException {
        int last = 0;
        for (Path folder : archives()) {
            Matcher name = NAME.matcher(folder.getFileName().toString());
            last = name.matches() ? Math.max(last, Integer.parseInt(name.group(1))) : last;
        }
        return last;
    }

    private List<Path> archives() throws IOException {
        Path all = data.resolve(FOLDER);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
