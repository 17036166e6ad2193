package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.kernel.contract.Divergence;
import pawl.kernel.contract.RunDifferences;
import pawl.kernel.contract.SnapshotDifference;
import pawl.kernel.contract.ValueDifference;
import pawl.storage.LogRecords;
import pawl.storage.StorageFormatException;

/**
 * Where two runs part, day by day: by the running hashes of their tick logs, and by every byte where the hashes are not there, say that
 * all is the same, or do not fit the records.
 */
public final class RunComparison {
    private final ComparedRun left;
    private final ComparedRun right;
    private final TickComparison ticks;
    private final List<String> damage = new ArrayList<>();

    private RunComparison(ComparedRun left, ComparedRun right) {
        this.left = left;
        this.right = right;
        ticks = new TickComparison(left, right);
    }

    /**
     * Compares what two stores hold, whatever made it. Nothing is written.
     *
     * @throws StorageFormatException at bytes on its way that fail their own checksum
     */
    public static RunDifferences of(LogStore left, LogStore right) throws StorageException, StorageFormatException {
        try (ComparedRun leftRun = new ComparedRun("left", left);
                ComparedRun rightRun = new ComparedRun("right", right)) {
            return new RunComparison(leftRun, rightRun).compare();
        }
    }

    private RunDifferences compare() throws StorageException, StorageFormatException {
        List<ValueDifference> headers = new ArrayList<>(HeaderComparison.of(left, right));
        Optional<Divergence> divergence = Optional.empty();
        for (long day : ComparedRun.days(left, right)) {
            divergence = ofDay(day);
            if (divergence.isPresent()) {
                break;
            }
        }
        SnapshotComparison snapshots = new SnapshotComparison(left, right);
        long parting = divergence.map(Divergence::tick).orElse(Long.MAX_VALUE);
        Optional<SnapshotDifference> snapshot = snapshots.first(parting);
        if (divergence.isEmpty()) {
            headers.addAll(snapshots.missing());
        }
        return new RunDifferences(headers, lastBefore(parting), divergence, snapshot, damage);
    }

    private Optional<Divergence> ofDay(long day) throws StorageException, StorageFormatException {
        Optional<LogRecords> leftTicks = left.ticks(day);
        Optional<LogRecords> rightTicks = right.ticks(day);
        if (leftTicks.isEmpty() || rightTicks.isEmpty()) {
            return byWalk(day);
        }
        TickSearch search = new TickSearch(leftTicks.get(), rightTicks.get());
        if (!search.isPossible()) {
            return byWalk(day);
        }
        OptionalLong tick = search.firstDifferentTick();
        if (tick.isPresent()) {
            Optional<Divergence> found = at(tick.getAsLong());
            if (found.isPresent()) {
                return found;
            }
            damage.add("the running hashes part at tick " + tick.getAsLong() + ", and no record of it does");
        }
        Optional<Divergence> walked = byWalk(day);
        if (tick.isEmpty() && walked.isPresent()) {
            damage.add("the running hashes say that the day is the same, and the records of tick "
                    + walked.get().tick() + " are not");
        }
        return walked;
    }

    private Optional<Divergence> byWalk(long day) throws StorageException, StorageFormatException {
        DayWalk walk = new DayWalk(left, right, day);
        TreeSet<Long> candidates = new TreeSet<>();
        walk.firstInTicks().ifPresent(candidates::add);
        walk.firstInTokens().ifPresent(candidates::add);
        for (long tick : candidates) {
            Optional<Divergence> found = at(tick);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Tells of damage too: a TICK that does not fit its records makes every answer doubtful. */
    private Optional<Divergence> at(long tick) throws StorageException, StorageFormatException {
        TickOfRun leftTick = TickOfRun.of(left, tick);
        TickOfRun rightTick = TickOfRun.of(right, tick);
        List<String> lines = new ArrayList<>(CommitCheck.damage(left.title(), leftTick));
        lines.addAll(CommitCheck.damage(right.title(), rightTick));
        lines.removeAll(damage);
        damage.addAll(lines);
        return ticks.of(leftTick, rightTick);
    }

    /** The last tick that the left run committed before another. */
    private OptionalLong lastBefore(long tick) throws StorageException, StorageFormatException {
        for (long day : ComparedRun.days(left, right).descendingSet()) {
            Optional<LogRecords> log = day > Ticks.epochDay(tick) ? Optional.empty() : left.ticks(day);
            if (log.isPresent()) {
                long count = tick == Long.MAX_VALUE
                        ? left.committedRecords(log.get())
                        : log.get().firstFrom(tick);
                if (count > 0) {
                    return OptionalLong.of(log.get().record(count - 1).tick());
                }
            }
        }
        return OptionalLong.empty();
    }
}
