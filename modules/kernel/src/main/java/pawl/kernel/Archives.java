package pawl.kernel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.archive.CompressedDays;
import pawl.kernel.archive.LogCompression;
import pawl.kernel.archive.MajorArchive;
import pawl.kernel.archive.ReadableFolder;
import pawl.kernel.contract.ArchivedDays;
import pawl.kernel.contract.ArchivedMajor;
import pawl.kernel.contract.CompressedLog;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.inspect.DataReading;
import pawl.storage.LogCatalog;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Puts away what is finished in a data folder that no engine runs on. */
public final class Archives {
    private Archives() {}

    /**
     * Moves all logs, snapshots, seals and configurations into a folder of their own below {@code archive}, so that the data folder is
     * as a new one.
     *
     * @throws PawlException when an engine has the folder, or there is nothing to move
     */
    public static ArchivedMajor major(Path data, Path plugins) throws PawlException {
        try (LogStore store = DataReading.hold(data, plugins)) {
            return new MajorArchive(data, store).move();
        } catch (StorageException e) {
            throw failure(e);
        }
    }

    /**
     * Compresses the logs of days that are over and sealed.
     *
     * @param each gets every log once it is compressed, in order of days and names
     * @throws PawlException when an engine has the folder, the one day that is named is not over or not sealed, or a log differs from
     *     its compressed one
     */
    public static void compress(Path data, Path plugins, ArchivedDays days, Consumer<CompressedLog> each)
            throws PawlException {
        try (LogStore store = DataReading.hold(data, plugins)) {
            ReadableFolder.require(store, data);
            LogCompression compression = new LogCompression(store);
            for (LocalDate day : finished(store, data, days)) {
                for (String name : compression.logsOf(day.toEpochDay())) {
                    each.accept(compression.compress(name));
                }
            }
        } catch (StorageException e) {
            throw failure(e);
        }
    }

    /**
     * Turns compressed logs back into what they were.
     *
     * @param each gets every log that was turned back
     * @throws PawlException when an engine has the folder, or a compressed log is damaged
     */
    public static void restore(Path data, Path plugins, ArchivedDays days, Consumer<CompressedLog> each)
            throws PawlException {
        try (LogStore store = DataReading.hold(data, plugins)) {
            ReadableFolder.require(store, data);
            LogCompression compression = new LogCompression(store);
            for (LocalDate day : daysOf(store)) {
                if (days.contains(day)) {
                    for (String name : compression.compressedLogsOf(day.toEpochDay())) {
                        each.accept(compression.restore(name));
                    }
                }
            }
        } catch (StorageException e) {
            throw failure(e);
        }
    }

    /** Those of the days meant that may be compressed; a single one must be. */
    private static List<LocalDate> finished(LogStore store, Path data, ArchivedDays days)
            throws PawlException, StorageException {
        List<LocalDate> all = daysOf(store);
        if (days.day().isPresent() && !all.contains(days.day().get())) {
            throw new PawlException(
                    Kind.USAGE, data + " has no logs of " + days.day().get());
        }
        List<LocalDate> finished = new ArrayList<>();
        for (LocalDate day : all) {
            boolean isOver = !day.equals(all.getLast());
            boolean isSealed = store.exists(new StoreName.DaySeal(day.toEpochDay()).text());
            if (days.contains(day) && isOver && isSealed) {
                finished.add(day);
            } else if (days.day().isPresent() && days.contains(day)) {
                throw new PawlException(
                        Kind.USAGE,
                        isOver
                                ? day + " is not sealed; pawl seal --data " + data + " --day " + day + " seals it"
                                : day + " is the last day there, and an engine may go on with it; compress it when"
                                        + " there is a later one");
            }
        }
        return finished;
    }

    private static List<LocalDate> daysOf(LogStore store) throws StorageException {
        return LogCatalog.of(new CompressedDays(store)).tickLogs().stream()
                .map(StoreName.TickLog::epochDay)
                .map(LocalDate::ofEpochDay)
                .toList();
    }

    private static PawlException failure(StorageException e) {
        Kind kind = e.getCause() instanceof StorageFormatException ? Kind.BAD_DATA : Kind.USAGE;
        return new PawlException(kind, e);
    }
}
