package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.Divergence;
import pawl.kernel.contract.Divergence.Course;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.ValueDifference;
import pawl.kernel.diff.TickOfRun.LoggedRecord;
import pawl.storage.StorageFormatException;

/** Finds the first record in which two runs differ in one tick: a token's input before a decision, and both before the tick log's. */
final class TickComparison {
    private final ComparedRun left;
    private final ComparedRun right;
    private final RecordNames leftNames;
    private final RecordNames rightNames;

    TickComparison(ComparedRun left, ComparedRun right) {
        this.left = left;
        this.right = right;
        leftNames = new RecordNames(left);
        rightNames = new RecordNames(right);
    }

    /** Empty where every record says the same, whatever the TICK says of them. */
    Optional<Divergence> of(TickOfRun leftTick, TickOfRun rightTick) throws StorageException, StorageFormatException {
        Optional<Difference> first = Optional.empty();
        List<String> tokens = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(leftTick.tokens().keySet());
        all.addAll(rightTick.tokens().keySet());
        for (String token : all) {
            Optional<Difference> found = first(token, leftTick.of(token), rightTick.of(token));
            if (found.isPresent()) {
                tokens.add(token);
                boolean isBetter = first.isEmpty()
                        || (found.get().isEvent() && !first.get().isEvent());
                first = isBetter ? found : first;
            }
        }
        if (first.isEmpty()) {
            first = first("", leftTick.tickLog(), rightTick.tickLog());
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        tokens.remove(first.get().token());
        return Optional.of(divergence(course(leftTick, rightTick), leftTick.tick(), first.get(), tokens));
    }

    /** The first record that differs of one log. */
    private Optional<Difference> first(String token, List<LoggedRecord> leftRecords, List<LoggedRecord> rightRecords)
            throws StorageException, StorageFormatException {
        for (int i = 0; i < Math.max(leftRecords.size(), rightRecords.size()); i++) {
            Optional<LoggedRecord> leftRecord =
                    i < leftRecords.size() ? Optional.of(leftRecords.get(i)) : Optional.empty();
            Optional<LoggedRecord> rightRecord =
                    i < rightRecords.size() ? Optional.of(rightRecords.get(i)) : Optional.empty();
            if (leftRecord.isEmpty() || rightRecord.isEmpty()) {
                return Optional.of(new Difference(token, leftRecord, rightRecord, List.of()));
            }
            if (!RecordComparison.isSame(
                    leftRecord.get().view(), rightRecord.get().view())) {
                List<ValueDifference> fields = fields(leftRecord.get(), rightRecord.get());
                if (!RecordComparison.isDerivedOnly(leftRecord.get(), rightRecord.get(), fields)) {
                    return Optional.of(new Difference(token, leftRecord, rightRecord, fields));
                }
            }
        }
        return Optional.empty();
    }

    /** Bare words where the records differ in bytes that no field names. */
    private List<ValueDifference> fields(LoggedRecord leftRecord, LoggedRecord rightRecord)
            throws StorageException, StorageFormatException {
        List<ValueDifference> fields = RecordComparison.fields(
                leftNames.logRecord(leftRecord).fields(),
                rightNames.logRecord(rightRecord).fields());
        return fields.isEmpty()
                ? RecordComparison.fields(
                        RecordComparison.words(leftRecord.view()), RecordComparison.words(rightRecord.view()))
                : fields;
    }

    private Course course(TickOfRun leftTick, TickOfRun rightTick) {
        if (leftTick.isCommitted() && rightTick.isCommitted()) {
            return Course.DIFFERENT_RECORDS;
        }
        return leftTick.isCommitted()
                ? hasEnded(right, leftTick.tick()) ? Course.RIGHT_IS_PREFIX : Course.ONLY_LEFT_HAS_TICK
                : hasEnded(left, leftTick.tick()) ? Course.LEFT_IS_PREFIX : Course.ONLY_RIGHT_HAS_TICK;
    }

    private static boolean hasEnded(ComparedRun run, long tick) {
        OptionalLong last = run.lastTick();
        return last.isEmpty() || last.getAsLong() < tick;
    }

    private Divergence divergence(Course course, long tick, Difference first, List<String> otherTokens)
            throws StorageException, StorageFormatException {
        List<LogRecord> leftInputs = new ArrayList<>();
        List<LogRecord> rightInputs = new ArrayList<>();
        if (!first.token().isEmpty()) {
            for (LoggedRecord input : TickOfRun.inputs(left, first.token(), tick)) {
                leftInputs.add(leftNames.logRecord(input));
            }
            for (LoggedRecord input : TickOfRun.inputs(right, first.token(), tick)) {
                rightInputs.add(rightNames.logRecord(input));
            }
        }
        Optional<LogRecord> leftRecord = Optional.empty();
        if (first.left().isPresent()) {
            leftRecord = Optional.of(leftNames.logRecord(first.left().get()));
        }
        Optional<LogRecord> rightRecord = Optional.empty();
        if (first.right().isPresent()) {
            rightRecord = Optional.of(rightNames.logRecord(first.right().get()));
        }
        return new Divergence(
                course,
                tick,
                first.token(),
                leftRecord,
                rightRecord,
                first.fields(),
                leftInputs,
                rightInputs,
                otherTokens);
    }

    /** Two records of one place, of which one may be missing. */
    private record Difference(
            String token, Optional<LoggedRecord> left, Optional<LoggedRecord> right, List<ValueDifference> fields) {
        boolean isEvent() {
            return left.filter(LoggedRecord::isEvent).isPresent()
                    || right.filter(LoggedRecord::isEvent).isPresent();
        }
    }
}
