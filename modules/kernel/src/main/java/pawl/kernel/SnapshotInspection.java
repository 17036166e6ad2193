package pawl.kernel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.SnapshotView;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.inspect.LogSelection;
import pawl.kernel.inspect.RegionTexts;
import pawl.storage.LogHeader;
import pawl.storage.LogReader;
import pawl.storage.SnapshotHeader;
import pawl.storage.SnapshotState;
import pawl.storage.SnapshotStore;
import pawl.storage.StateRegion;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Reads a snapshot for people. */
public final class SnapshotInspection {
    private SnapshotInspection() {}

    /** @throws PawlException when it is none, or one bit of it is not what was written */
    public static SnapshotView show(Path file, Path plugins) throws PawlException {
        LogSelection selection = LogSelection.of(file);
        if (!(StoreName.parse(selection.file().orElse("")).orElse(null) instanceof StoreName.Snapshot name)) {
            throw new PawlException(Kind.USAGE, file + ": not a snapshot, as snapshots/<token>/<tick>.snapshot");
        }
        try (LogStore store = DataReading.open(selection.root(), plugins)) {
            return show(store, name, file);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, selection.root() + ": " + e.getMessage(), e);
        }
    }

    private static SnapshotView show(LogStore store, StoreName.Snapshot name, Path file)
            throws StorageException, StorageFormatException {
        SnapshotState state = SnapshotStore.forReading(store).inspect(name.tokenName(), name.tick());
        SnapshotHeader header = state.header();
        RegionTexts texts = new RegionTexts(logHeader(store, header));
        SequencedMap<String, SequencedMap<String, Object>> regions = new LinkedHashMap<>();
        for (StateRegion region : header.regions()) {
            StateBlock block = state.region(region.name()).orElseThrow();
            regions.put(region.name(), texts.of(region.name(), block));
        }
        return new SnapshotView(
                file.toString(),
                header.tokenName(),
                header.tick(),
                LocalDate.ofEpochDay(header.epochDay()),
                header.logRecords(),
                header.configurationSha256(),
                regions);
    }

    /** The header of the token's log of that day, which knows the decimal exponents; a token without records that day has none. */
    private static Optional<LogHeader> logHeader(LogStore store, SnapshotHeader snapshot)
            throws StorageException, StorageFormatException {
        String log = new StoreName.TokenLog(snapshot.tokenName(), snapshot.epochDay()).text();
        if (!store.exists(log)) {
            return Optional.empty();
        }
        try (LogReader reader = LogReader.open(store, log)) {
            return Optional.of(reader.header());
        }
    }
}
