package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.kernel.contract.SnapshotDifference;
import pawl.kernel.contract.ValueDifference;
import pawl.kernel.inspect.RegionTexts;
import pawl.storage.LogHeader;
import pawl.storage.LogRecords;
import pawl.storage.SnapshotState;
import pawl.storage.SnapshotStore;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Finds the first state that differs between two runs while their logs agree: what no record shows, or does not show yet. */
final class SnapshotComparison {
    private static final String BARE_WORDS = "words";

    private final ComparedRun left;
    private final ComparedRun right;

    SnapshotComparison(ComparedRun left, ComparedRun right) {
        this.left = left;
        this.right = right;
    }

    /** Of the snapshots that both have of ticks below one. */
    Optional<SnapshotDifference> first(long beforeTick) throws StorageException, StorageFormatException {
        Set<StoreName.Snapshot> ofRight = new LinkedHashSet<>(right.catalog().snapshots());
        List<StoreName.Snapshot> both = new ArrayList<>(left.catalog().snapshots());
        both.removeIf(snapshot -> snapshot.tick() >= beforeTick || !ofRight.contains(snapshot));
        both.sort(Comparator.comparingLong(StoreName.Snapshot::tick));
        for (StoreName.Snapshot snapshot : both) {
            Optional<SnapshotDifference> difference = difference(snapshot);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Snapshots that only one of them has, in order of name. */
    List<ValueDifference> missing() {
        Set<String> ofLeft = names(left);
        Set<String> ofRight = names(right);
        TreeSet<String> all = new TreeSet<>(ofLeft);
        all.addAll(ofRight);
        all.removeIf(name -> ofLeft.contains(name) && ofRight.contains(name));
        List<ValueDifference> missing = new ArrayList<>();
        for (String name : all) {
            missing.add(new ValueDifference(name, there(ofLeft.contains(name)), there(ofRight.contains(name))));
        }
        return missing;
    }

    private static Optional<Object> there(boolean isThere) {
        return isThere ? Optional.of("there") : Optional.empty();
    }

    private static Set<String> names(ComparedRun run) {
        Set<String> names = new TreeSet<>();
        run.catalog().snapshots().forEach(snapshot -> names.add(snapshot.text()));
        return names;
    }

    private Optional<SnapshotDifference> difference(StoreName.Snapshot name)
            throws StorageException, StorageFormatException {
        SnapshotState ofLeft = read(left, name);
        SnapshotState ofRight = read(right, name);
        Set<String> regions = new LinkedHashSet<>();
        ofLeft.header().regions().forEach(region -> regions.add(region.name()));
        ofRight.header().regions().forEach(region -> regions.add(region.name()));
        for (String region : regions) {
            StateBlock leftBlock = block(ofLeft, region);
            StateBlock rightBlock = block(ofRight, region);
            int word = firstDifference(leftBlock, rightBlock);
            if (word >= 0) {
                return Optional.of(new SnapshotDifference(
                        name.tick(),
                        name.tokenName(),
                        region,
                        word,
                        hex(leftBlock, word),
                        hex(rightBlock, word),
                        fields(name, region, leftBlock, rightBlock)));
            }
        }
        return Optional.empty();
    }

    private static SnapshotState read(ComparedRun run, StoreName.Snapshot name)
            throws StorageException, StorageFormatException {
        return SnapshotStore.forReading(run.store()).inspect(name.tokenName(), name.tick());
    }

    private static StateBlock block(SnapshotState state, String region) {
        return state.region(region).orElseGet(() -> new StateBlock(new long[0], 0, 0));
    }

    private static int firstDifference(StateBlock leftBlock, StateBlock rightBlock) {
        int common = Math.min(leftBlock.length(), rightBlock.length());
        for (int word = 0; word < common; word++) {
            if (leftBlock.getLong(word) != rightBlock.getLong(word)) {
                return word;
            }
        }
        return leftBlock.length() == rightBlock.length() ? -1 : common;
    }

    private static String hex(StateBlock block, int word) {
        return word < block.length() ? HexFormat.of().toHexDigits(block.getLong(word)) : "";
    }

    private List<ValueDifference> fields(
            StoreName.Snapshot name, String region, StateBlock leftBlock, StateBlock rightBlock)
            throws StorageException, StorageFormatException {
        SequencedMap<String, Object> ofLeft = new RegionTexts(logHeader(left, name)).of(region, leftBlock);
        SequencedMap<String, Object> ofRight = new RegionTexts(logHeader(right, name)).of(region, rightBlock);
        Set<String> names = new LinkedHashSet<>(ofLeft.sequencedKeySet());
        names.addAll(ofRight.sequencedKeySet());
        names.remove(BARE_WORDS);
        return RecordComparison.differences(names, ofLeft, ofRight);
    }

    private static Optional<LogHeader> logHeader(ComparedRun run, StoreName.Snapshot name)
            throws StorageException, StorageFormatException {
        return run.token(name.tokenName(), Ticks.epochDay(name.tick())).map(LogRecords::header);
    }
}
