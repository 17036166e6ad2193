package pawl.plugin.storage.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Bytes in chunks, so that growing copies nothing and small segments stay small. */
final class SegmentBytes {
    private static final int FIRST_CHUNK_BYTES = 8 * 1024;
    private static final int CHUNK_BYTES = 256 * 1024;

    private final List<byte[]> chunks = new ArrayList<>();
    private long sizeBytes;

    long sizeBytes() {
        return sizeBytes;
    }

    void append(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        for (int done = 0; done < length; ) {
            byte[] chunk = chunkToFill();
            int at = (int) (sizeBytes % CHUNK_BYTES);
            int part = Math.min(length - done, chunk.length - at);
            System.arraycopy(bytes, offset + done, chunk, at, part);
            done += part;
            sizeBytes += part;
        }
    }

    int read(long position, byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (position >= sizeBytes || length == 0) {
            return 0;
        }
        byte[] chunk = chunks.get((int) (position / CHUNK_BYTES));
        int at = (int) (position % CHUNK_BYTES);
        int part = (int) Math.min(Math.min(length, CHUNK_BYTES - at), sizeBytes - position);
        System.arraycopy(chunk, at, into, offset, part);
        return part;
    }

    void truncate(long newSizeBytes) {
        sizeBytes = newSizeBytes;
        int kept = (int) ((sizeBytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
        while (chunks.size() > kept) {
            chunks.removeLast();
        }
    }

    /** The chunk that the next byte goes to, with room for it. Only a segment's first chunk starts small and grows. */
    private byte[] chunkToFill() {
        int index = (int) (sizeBytes / CHUNK_BYTES);
        int at = (int) (sizeBytes % CHUNK_BYTES);
        if (index == chunks.size()) {
            chunks.add(new byte[index == 0 ? FIRST_CHUNK_BYTES : CHUNK_BYTES]);
        }
        byte[] chunk = chunks.get(index);
        if (at == chunk.length) {
            chunk = Arrays.copyOf(chunk, chunk.length * 2);
            chunks.set(index, chunk);
        }
        return chunk;
    }
}
