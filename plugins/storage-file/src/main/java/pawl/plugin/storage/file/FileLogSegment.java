package pawl.plugin.storage.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;

/** A file. */
final class FileLogSegment implements LogSegment {
    private final FileLogStore store;
    private final String name;
    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer transfer;
    private volatile boolean isEntryForced;
    private long sizeBytes;

    /** @param transfer a direct buffer, shared by the store's segments */
    FileLogSegment(FileLogStore store, String name, Path path, FileChannel channel, ByteBuffer transfer)
            throws IOException {
        this.store = store;
        this.name = name;
        this.path = path;
        this.channel = channel;
        this.transfer = transfer;
        this.sizeBytes = channel.size();
    }

    @Override
    public String name() {
        return name;
    }

    /** When it was opened, and what it appended and cut since. */
    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    /** After a failure {@link #sizeBytes} counts what did get into the file. */
    @Override
    public void append(byte[] bytes, int offset, int length) throws StorageException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireWritable();
        try {
            for (int done = 0; done < length; ) {
                int part = Math.min(transfer.capacity(), length - done);
                transfer.clear().put(bytes, offset + done, part).flip();
                while (transfer.hasRemaining()) {
                    sizeBytes += channel.write(transfer, sizeBytes);
                }
                done += part;
            }
        } catch (IOException e) {
            throw Failure.of("append to", path, e);
        }
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws StorageException {
        Objects.checkFromIndexSize(offset, length, into.length);
        requireOpen();
        transfer.clear().limit(Math.min(transfer.capacity(), length));
        try {
            int read = channel.read(transfer, position);
            if (read <= 0) {
                return 0;
            }
            transfer.flip().get(into, offset, read);
            return read;
        } catch (IOException e) {
            throw Failure.of("read", path, e);
        }
    }

    @Override
    public void truncate(long newSizeBytes) throws StorageException {
        requireWritable();
        if (newSizeBytes < 0 || newSizeBytes > sizeBytes) {
            throw new IllegalArgumentException(
                    name + " has " + sizeBytes + " bytes and cannot be cut to " + newSizeBytes);
        }
        try {
            channel.truncate(newSizeBytes);
            sizeBytes = newSizeBytes;
        } catch (IOException e) {
            throw Failure.of("cut", path, e);
        }
    }

    /** The first time its folders' entries too: one that was there may have been made by an engine that was killed before it did so. */
    @Override
    public void force() throws StorageException {
        requireWritable();
        try {
            channel.force(true);
        } catch (IOException e) {
            throw Failure.of("force to disk", path, e);
        }
        if (!isEntryForced) {
            store.forceFoldersOf(path);
            isEntryForced = true;
        }
    }

    @Override
    public void close() throws StorageException {
        store.closed(this);
        try {
            channel.close();
        } catch (IOException e) {
            throw Failure.of("close", path, e);
        }
    }

    private void requireOpen() {
        if (!channel.isOpen()) {
            throw new IllegalStateException(name + " was closed");
        }
    }

    private void requireWritable() throws StorageException {
        requireOpen();
        store.requireWritable(name);
    }
}
