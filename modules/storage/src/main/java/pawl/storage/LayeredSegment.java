package pawl.storage;

import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;

/** A segment of a {@link LayeredStore}: the one below does all that a layer does not do in its own way. */
public abstract class LayeredSegment implements LogSegment {
    protected final LogSegment segment;

    /** @param segment is closed with the layer */
    protected LayeredSegment(LogSegment segment) {
        this.segment = segment;
    }

    @Override
    public String name() {
        return segment.name();
    }

    @Override
    public long sizeBytes() {
        return segment.sizeBytes();
    }

    @Override
    public void append(byte[] bytes, int offset, int length) throws StorageException {
        segment.append(bytes, offset, length);
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws StorageException {
        return segment.read(position, into, offset, length);
    }

    @Override
    public void truncate(long sizeBytes) throws StorageException {
        segment.truncate(sizeBytes);
    }

    @Override
    public void force() throws StorageException {
        segment.force();
    }

    @Override
    public void close() throws StorageException {
        segment.close();
    }
}
