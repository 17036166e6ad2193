package pawl.plugin.storage.memory;

import pawl.api.storage.LogSegment;

/** An opening of a segment; its bytes outlive it. */
final class MemoryLogSegment implements LogSegment {
    private final MemoryLogStore store;
    private final String name;
    private final SegmentBytes bytes;
    private boolean isClosed;

    MemoryLogSegment(MemoryLogStore store, String name, SegmentBytes bytes) {
        this.store = store;
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long sizeBytes() {
        requireOpen();
        return bytes.sizeBytes();
    }

    @Override
    public void append(byte[] source, int offset, int length) {
        requireOpen();
        bytes.append(source, offset, length);
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        requireOpen();
        return bytes.read(position, into, offset, length);
    }

    @Override
    public void truncate(long sizeBytes) {
        requireOpen();
        if (sizeBytes < 0 || sizeBytes > bytes.sizeBytes()) {
            throw new IllegalArgumentException(
                    name + " has " + bytes.sizeBytes() + " bytes and cannot be cut to " + sizeBytes);
        }
        bytes.truncate(sizeBytes);
    }

    @Override
    public void force() {
        requireOpen();
    }

    @Override
    public void close() {
        isClosed = true;
    }

    private void requireOpen() {
        store.requireOpen();
        if (isClosed) {
            throw new IllegalStateException(name + " was closed");
        }
    }
}
