package pawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.kernel.contract.Divergence;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.RunDifferences;
import pawl.kernel.contract.SnapshotDifference;
import pawl.kernel.contract.ValueDifference;

/** Where two runs part, for people. */
final class DiffText {
    private static final int MOST_INPUTS = 20;
    private static final int MOST_VALUE_CHARACTERS = 100;

    private final List<String> lines = new ArrayList<>();

    private DiffText() {}

    static List<String> lines(RunDifferences differences) {
        DiffText text = new DiffText();
        text.addTable("HEADERS", differences.headers());
        text.add("");
        text.add(common(differences));
        differences.snapshot().ifPresent(text::addSnapshot);
        differences.divergence().ifPresent(text::addDivergence);
        if (!differences.damage().isEmpty()) {
            text.add("");
            differences.damage().forEach(line -> text.add("DAMAGED " + line));
            text.add("pawl verify says what else is damaged");
        }
        return text.lines;
    }

    private static String common(RunDifferences differences) {
        if (differences.lastCommonTick().isEmpty()) {
            return differences.divergence().isEmpty() ? "neither has a tick" : "not one tick is the same";
        }
        String upTo = tick(differences.lastCommonTick().getAsLong());
        if (differences.divergence().isPresent()) {
            return "the same up to " + upTo;
        }
        return (differences.isNone() ? "the same" : "no record differs") + ", to the last, " + upTo;
    }

    private void addSnapshot(SnapshotDifference snapshot) {
        add("the state differs while the logs agree: token " + snapshot.token() + " after " + tick(snapshot.tick())
                + ", region " + snapshot.region() + ", word " + snapshot.word() + ": " + word(snapshot.left()) + " and "
                + word(snapshot.right()));
        addTable("FIELD", snapshot.fields());
    }

    private static String word(String hex) {
        return hex.isEmpty() ? "none" : hex;
    }

    private void addDivergence(Divergence divergence) {
        String tick = tick(divergence.tick());
        add(
                switch (divergence.course()) {
                    case DIFFERENT_RECORDS -> "they part in " + tick + ": " + place(divergence);
                    case ONLY_LEFT_HAS_TICK ->
                        "they part in " + tick + ", which only the left one has: " + place(divergence);
                    case ONLY_RIGHT_HAS_TICK ->
                        "they part in " + tick + ", which only the right one has: " + place(divergence);
                    case LEFT_IS_PREFIX ->
                        "the left one is the beginning of the right one, which goes on with " + tick + ": "
                                + place(divergence);
                    case RIGHT_IS_PREFIX ->
                        "the right one is the beginning of the left one, which goes on with " + tick + ": "
                                + place(divergence);
                });
        add("");
        add("left   " + divergence.left().map(LogCatCommand::line).orElse("has no such record"));
        add("right  " + divergence.right().map(LogCatCommand::line).orElse("has no such record"));
        addTable("FIELD", divergence.fields());
        addInputs(divergence);
        if (!divergence.otherTokens().isEmpty()) {
            add("");
            add("other tokens that differ in the tick: " + String.join(", ", divergence.otherTokens()));
        }
    }

    private static String place(Divergence divergence) {
        Optional<LogRecord> record = divergence.left().or(divergence::right);
        String type = record.map(of -> FieldText.of(of.fields().getOrDefault("type", "-")))
                .orElse("-");
        String token = divergence.token().isEmpty() ? "the tick log" : "token " + divergence.token();
        return token + ", " + type
                + (divergence.fields().isEmpty()
                        ? ""
                        : ", field " + divergence.fields().getFirst().name());
    }

    private void addInputs(Divergence divergence) {
        if (divergence.leftInputs().equals(divergence.rightInputs())) {
            addInputs("inputs just before, the same in both", divergence.leftInputs());
        } else {
            addInputs("inputs just before on the left", divergence.leftInputs());
            addInputs("inputs just before on the right", divergence.rightInputs());
        }
    }

    private void addInputs(String title, List<LogRecord> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        add("");
        int left = Math.max(0, inputs.size() - MOST_INPUTS);
        add(title + (left == 0 ? "" : ", without the first " + left));
        inputs.subList(left, inputs.size()).forEach(input -> add("  " + LogCatCommand.line(input)));
    }

    private void addTable(String title, List<ValueDifference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        add("");
        TextTable table = new TextTable("lll").row(title, "LEFT", "RIGHT");
        differences.forEach(of -> table.row(of.name(), value(of.left()), value(of.right())));
        lines.addAll(table.lines());
    }

    private static String value(Optional<Object> value) {
        String text = value.map(FieldText::of).orElse("-");
        return text.length() <= MOST_VALUE_CHARACTERS ? text : text.substring(0, MOST_VALUE_CHARACTERS) + "…";
    }

    private static String tick(long tick) {
        return "tick " + tick + " (" + Figures.tickStart(tick) + " UTC)";
    }

    private void add(String line) {
        lines.add(line);
    }
}
