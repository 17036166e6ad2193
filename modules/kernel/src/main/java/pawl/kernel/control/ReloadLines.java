package pawl.kernel.control;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.PluginChange;
import pawl.kernel.contract.PluginChange.Build;
import pawl.kernel.contract.PluginChange.Outcome;
import pawl.kernel.contract.ReloadReport;

/**
 * The answer to a reload as lines of words parted by blanks, each percent-encoded: {@code change} with its fields for each change, then
 * {@code done}; or {@code failed} with what went wrong, alone.
 */
final class ReloadLines {
    private static final String CHANGE = "change";
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final int WORDS = 11;

    private ReloadLines() {}

    static List<String> of(ReloadReport report) {
        List<String> lines = new ArrayList<>();
        report.changes().forEach(change -> lines.add(line(change)));
        lines.add(DONE);
        return lines;
    }

    static List<String> failure(String message) {
        return List.of(FAILED + " " + encoded(message));
    }

    private static String line(PluginChange change) {
        return String.join(
                " ",
                CHANGE,
                change.outcome().name(),
                encoded(change.id()),
                encoded(change.kind()),
                encoded(change.venue()),
                encoded(change.before().map(Build::version).orElse("")),
                encoded(change.before().map(Build::sha256).orElse("")),
                encoded(change.after().map(Build::version).orElse("")),
                encoded(change.after().map(Build::sha256).orElse("")),
                change.tick().isPresent() ? Long.toString(change.tick().getAsLong()) : "",
                encoded(change.reason()));
    }

    /** @throws PawlException when the engine says that it failed, or its answer is none, or not whole */
    static ReloadReport report(List<String> lines) throws PawlException {
        List<PluginChange> changes = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words[0].equals(CHANGE) && words.length == WORDS) {
                changes.add(change(words));
            } else if (words[0].equals(FAILED) && words.length == 2) {
                throw new PawlException(Kind.USAGE, decoded(words[1]));
            } else if (line.equals(DONE)) {
                return new ReloadReport(changes);
            } else {
                throw new PawlException(Kind.USAGE, "the engine answered \"" + line + "\"; is it of this version?");
            }
        }
        throw new PawlException(
                Kind.USAGE, "the engine ended before it had answered; what it has done, its log and its output say");
    }

    private static PluginChange change(String[] words) throws PawlException {
        try {
            return new PluginChange(
                    Outcome.valueOf(words[1]),
                    decoded(words[2]),
                    decoded(words[3]),
                    decoded(words[4]),
                    build(words[5], words[6]),
                    build(words[7], words[8]),
                    words[9].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[9])),
                    decoded(words[10]));
        } catch (IllegalArgumentException e) {
            throw new PawlException(
                    Kind.USAGE,
                    "the engine's answer cannot be read: " + e.getMessage() + "; is it of this version?",
                    e);
        }
    }

    private static Optional<Build> build(String version, String sha256) {
        return sha256.isEmpty() ? Optional.empty() : Optional.of(new Build(decoded(version), decoded(sha256)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
