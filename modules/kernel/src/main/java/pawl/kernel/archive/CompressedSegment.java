package pawl.kernel.archive;

import java.nio.file.Path;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;
import pawl.capture.CaptureException;
import pawl.capture.ZstdFrames;
import pawl.storage.SegmentBytes;
import pawl.storage.StorageFormatException;

/** A compressed log, read as the log that it holds. It takes nothing more. */
final class CompressedSegment implements LogSegment {
    private static final int NONE = -1;

    private final String name;
    private final LogSegment file;
    private final SeekTable table;
    private final ZstdFrames zstd;
    private byte[] packed = new byte[0];
    private final byte[] plain = new byte[SeekTable.FRAME_BYTES];
    private int loaded = NONE;

    private CompressedSegment(String name, LogSegment file, SeekTable table, ZstdFrames zstd) {
        this.name = name;
        this.file = file;
        this.table = table;
        this.zstd = zstd;
    }

    /**
     * @param name of the log that it holds
     * @param file taken over; it is closed where this throws
     * @throws StorageException when it is no compressed log, with a {@link StorageFormatException} as its cause
     */
    static CompressedSegment of(String name, LogSegment file) throws StorageException {
        try {
            SeekTable table = SeekTable.read(file)
                    .orElseThrow(() -> damaged(
                            file.name(),
                            file.sizeBytes(),
                            "the file does not end with the seek table of a compressed log: it is cut, or another"
                                    + " program's",
                            "restore the file from a copy; what zstd made by itself, zstd -d turns back"));
            return new CompressedSegment(name, file, table, ZstdFrames.open(Path.of(file.name())));
        } catch (StorageException e) {
            file.close();
            throw e;
        } catch (CaptureException e) {
            file.close();
            throw new StorageException(Kind.DEVICE, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long sizeBytes() {
        return table.plainBytes();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws StorageException {
        if (position >= table.plainBytes() || length == 0) {
            return 0;
        }
        int frame = table.frameOf(position);
        load(frame);
        int from = (int) (position - table.plainStart(frame));
        int count = (int) Math.min(length, table.plainStart(frame + 1) - position);
        System.arraycopy(plain, from, into, offset, count);
        return count;
    }

    private void load(int frame) throws StorageException {
        if (frame == loaded) {
            return;
        }
        loaded = NONE;
        int packedBytes = (int) (table.fileStart(frame + 1) - table.fileStart(frame));
        int plainBytes = (int) (table.plainStart(frame + 1) - table.plainStart(frame));
        packed = packed.length < packedBytes ? new byte[packedBytes] : packed;
        int read = SegmentBytes.read(file, table.fileStart(frame), packed, 0, packedBytes);
        try {
            int held = zstd.decompress(packed, 0, read, plain);
            if (held != plainBytes) {
                throw damaged(frame, "it holds " + held + " bytes, and " + plainBytes + " are expected");
            }
            loaded = frame;
        } catch (ZstdFrames.DamagedFrameException e) {
            throw damaged(frame, String.valueOf(e.getMessage()));
        }
    }

    private StorageException damaged(int frame, String found) {
        return damaged(
                file.name(),
                table.fileStart(frame),
                "frame " + frame + " of " + table.frames() + " is damaged (" + found + ")",
                "restore the file from a copy");
    }

    /** Damage, in the only type that a store may throw; its cause is what a reader of logs throws for it. */
    private static StorageException damaged(String name, long offset, String found, String remedy) {
        StorageFormatException damage =
                new StorageFormatException(StorageFormatException.Kind.CORRUPT, name, offset, found, remedy);
        return new StorageException(Kind.DEVICE, String.valueOf(damage.getMessage()), damage);
    }

    @Override
    public void append(byte[] bytes, int offset, int length) throws StorageException {
        throw readOnly();
    }

    @Override
    public void truncate(long sizeBytes) throws StorageException {
        throw readOnly();
    }

    private StorageException readOnly() {
        return new StorageException(
                Kind.READ_ONLY,
                file.name() + " is compressed, and its day is over; pawl archive --restore turns it back");
    }

    @Override
    public void force() throws StorageException {
        file.force();
    }

    @Override
    public void close() throws StorageException {
        zstd.close();
        file.close();
    }
}
