package storage.acme;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** One file. */
final class AcmeSegment implements LogSegment {
    private final String name;
    private final Path file;
    private final FileChannel channel;
    private final boolean isWritable;
    private long sizeBytes;

    AcmeSegment(String name, Path file, FileChannel channel, boolean isWritable) throws IOException {
        this.name = name;
        this.file = file;
        this.channel = channel;
        this.isWritable = isWritable;
        this.sizeBytes = channel.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public void append(byte[] bytes, int offset, int length) throws StorageException {
        requireWritable();
        try {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length); rest.hasRemaining(); ) {
                sizeBytes += channel.write(rest, sizeBytes);
            }
        } catch (IOException e) {
            throw Failures.of("append to", file, e);
        }
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws StorageException {
        requireOpen();
        try {
            return Math.max(0, channel.read(ByteBuffer.wrap(into, offset, length), position));
        } catch (IOException e) {
            throw Failures.of("read", file, e);
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
            throw Failures.of("cut", file, e);
        }
    }

    @Override
    public void force() throws StorageException {
        requireWritable();
        try {
            channel.force(true);
        } catch (IOException e) {
            throw Failures.of("force to disk", file, e);
        }
    }

    @Override
    public void close() throws StorageException {
        try {
            channel.close();
        } catch (IOException e) {
            throw Failures.of("close", file, e);
        }
    }

    private void requireOpen() {
        if (!channel.isOpen()) {
            throw new IllegalStateException(file + " was closed");
        }
    }

    private void requireWritable() throws StorageException {
        requireOpen();
        if (!isWritable) {
            throw new StorageException(Kind.READ_ONLY, name + " was opened for reading only");
        }
    }
}
