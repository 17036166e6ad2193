package pawl.kernel.archive;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;
import pawl.capture.CaptureException;
import pawl.capture.ZstdFrames;
import pawl.kernel.contract.CompressedLog;
import pawl.storage.SegmentBytes;
import pawl.storage.StoreName;

/**
 * Turns logs into compressed ones and back. At every moment one of the two is whole: the one is removed only when the other was read
 * back from the store and has the same hash. Whatever stops it, the same call again finishes it.
 */
public final class LogCompression {
    private final LogStore store;

    /** @param store itself, and no {@link CompressedDays} of it; it is the engine's, so that none runs meanwhile */
    public LogCompression(LogStore store) {
        this.store = store;
    }

    /** The logs of a day, compressed or not, under their plain names and in order of these. */
    public List<String> logsOf(long epochDay) throws StorageException {
        TreeSet<String> names = new TreeSet<>();
        for (String folder : List.of(StoreName.LOGS, StoreName.TICKS)) {
            for (String name : store.list(folder)) {
                String plain = CompressedDays.plain(name);
                if (isOf(plain, epochDay)) {
                    names.add(plain);
                }
            }
        }
        return List.copyOf(names);
    }

    /** Those of {@link #logsOf} that are compressed. */
    public List<String> compressedLogsOf(long epochDay) throws StorageException {
        List<String> names = new ArrayList<>();
        for (String name : logsOf(epochDay)) {
            if (store.exists(CompressedDays.compressed(name))) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isOf(String name, long epochDay) {
        return switch (StoreName.parse(name).orElse(null)) {
            case StoreName.TokenLog log -> log.epochDay() == epochDay;
            case StoreName.TickLog log -> log.epochDay() == epochDay;
            case null, default -> false;
        };
    }

    /** Compresses one log; one that is compressed stays as it is. */
    public CompressedLog compress(String name) throws StorageException {
        String packed = CompressedDays.compressed(name);
        if (store.exists(packed)) {
            if (store.exists(name)) {
                requireStart(name, packed);
            }
        } else {
            write(name, packed);
        }
        CompressedLog log = measured(name);
        store.delete(name);
        return log;
    }

    private void write(String name, String packed) throws StorageException {
        String expected;
        byte[] bytes;
        try (LogSegment plain = store.open(name)) {
            expected = SegmentBytes.sha256(plain);
            bytes = packed(plain);
        }
        store.replace(packed, bytes, 0, bytes.length);
        String found = measured(name).sha256();
        if (!found.equals(expected)) {
            store.delete(packed);
            throw new StorageException(
                    Kind.DEVICE,
                    packed + " was read back with other bytes than were compressed, and was removed; " + name
                            + " is as it was: see that the disk and the memory are sound");
        }
    }

    private static byte[] packed(LogSegment plain) throws StorageException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Integer> fileBytes = new ArrayList<>();
        List<Integer> plainBytes = new ArrayList<>();
        byte[] chunk = new byte[SeekTable.FRAME_BYTES];
        try (ZstdFrames zstd = ZstdFrames.open(Path.of(plain.name()))) {
            long position = 0;
            for (int count; (count = SegmentBytes.read(plain, position, chunk, 0, SeekTable.FRAME_BYTES)) > 0; ) {
                byte[] frame = zstd.compress(chunk, 0, count);
                all.writeBytes(frame);
                fileBytes.add(frame.length);
                plainBytes.add(count);
                position += count;
            }
        } catch (CaptureException e) {
            throw new StorageException(Kind.DEVICE, String.valueOf(e.getMessage()), e);
        }
        all.writeBytes(SeekTable.encode(fileBytes, plainBytes));
        return all.toByteArray();
    }

    /** Turns one of {@link #compressedLogsOf} back. */
    public CompressedLog restore(String name) throws StorageException {
        String packed = CompressedDays.compressed(name);
        if (store.exists(name)) {
            requireStart(name, packed);
        }
        CompressedLog log = measured(name);
        try (LogSegment whole = CompressedSegment.of(name, store.open(packed));
                LogSegment plain = store.open(name)) {
            append(whole, plain);
            String found = SegmentBytes.sha256(plain);
            if (!found.equals(log.sha256())) {
                throw new StorageException(
                        Kind.DEVICE,
                        name + " was read back with other bytes than " + packed + " holds, which stays; remove " + name
                                + ", see that the disk is sound, and restore again");
            }
        }
        store.delete(packed);
        return log;
    }

    private static void append(LogSegment whole, LogSegment plain) throws StorageException {
        byte[] chunk = new byte[SeekTable.FRAME_BYTES];
        long position = plain.sizeBytes();
        for (int count;
                (count = SegmentBytes.read(whole, position, chunk, 0, SeekTable.FRAME_BYTES)) > 0;
                position += count) {
            plain.append(chunk, 0, count);
        }
        plain.force();
    }

    /** Both are there, as a call that was stopped leaves them: nothing may be lost with the plain one. */
    private void requireStart(String name, String packed) throws StorageException {
        try (LogSegment whole = CompressedSegment.of(name, store.open(packed));
                LogSegment plain = store.open(name)) {
            if (!SegmentBytes.isStartOf(plain, whole)) {
                throw new StorageException(
                        Kind.BAD_NAME,
                        name + " and " + packed + " are both there and say different things; neither was"
                                + " touched: move the one away that is not the log of that day");
            }
        }
    }

    /** Reads a compressed log back, from its first byte to its last. */
    private CompressedLog measured(String name) throws StorageException {
        LogSegment file = store.open(CompressedDays.compressed(name));
        long fileBytes = file.sizeBytes();
        try (LogSegment whole = CompressedSegment.of(name, file)) {
            return new CompressedLog(name, whole.sizeBytes(), fileBytes, SegmentBytes.sha256(whole));
        }
    }
}
