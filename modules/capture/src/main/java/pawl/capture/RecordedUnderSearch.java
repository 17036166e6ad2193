package pawl.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks captures, file by file, what they were recorded under. */
final class RecordedUnderSearch {
    private static final int BLOCK_BYTES = 1 << 14;

    private RecordedUnderSearch() {}

    private static Optional<RecordedUnder> of(Path file) throws CaptureException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return Optional.empty(); // a pipe, whose bytes can be read only once
        }
        // What is wrong in it is told when it is read for its frames.
        try (CaptureFile capture = CaptureFile.open(file, BLOCK_BYTES, CaptureLimits.STANDARD, problem -> {})) {
            capture.next();
            return capture.recordedUnder();
        }
    }

    /** What those that say it agree on, with the configuration. */
    static Optional<RecordedUnder> in(List<Path> files) throws CaptureException {
        Optional<RecordedUnder> agreed = Optional.empty();
        Path first = Path.of("");
        for (Path file : files) {
            Optional<RecordedUnder> stated = of(file);
            if (stated.isEmpty()) {
                continue;
            }
            if (agreed.isEmpty()) {
                agreed = stated;
                first = file;
            } else if (!stated.get().isSameAs(agreed.get())) {
                throw new CaptureException(
                        CaptureException.Kind.DISAGREEMENT,
                        file,
                        "recorded under " + stated.get().difference(agreed.get()) + ", as " + first
                                + " was: name captures of one, or name what to replay them under");
            }
            if (agreed.get().configurationJson().isEmpty()) {
                agreed = Optional.of(withConfiguration(agreed.get(), file));
            }
        }
        return agreed;
    }

    private static RecordedUnder withConfiguration(RecordedUnder stated, Path file) throws CaptureException {
        return new RecordedUnder(
                stated.configurationSha256(),
                stated.plugins(),
                ConfigurationFolder.beside(file, stated.configurationSha256()));
    }

    /** What all say alike, with the configuration; empty where one says nothing or something else. */
    static Optional<RecordedUnder> ofAll(List<Path> files) throws CaptureException {
        Optional<RecordedUnder> first = files.isEmpty() ? Optional.empty() : of(files.getFirst());
        for (Path file : files) {
            Optional<RecordedUnder> stated = of(file);
            if (stated.isEmpty() || first.isEmpty() || !stated.get().isSameAs(first.get())) {
                return Optional.empty();
            }
        }
        return first.isEmpty() ? first : in(files);
    }
}
