package pawl.kernel.live;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one bounded queue between the transport's thread, which puts, and the engine's, which takes (D2): a ring of bytes, so that neither
 * side allocates. It asks for a pause at half its size; what the transport has received by then still fits, and what does not is kept
 * beside it until there is room, since nothing may be dropped.
 *
 * <p>An entry is contiguous in the ring: its size with this header, its kind and feed, a stamp, the bytes, and as many more that the next
 * begins at a multiple of eight.
 */
final class FrameQueue {
    private static final int HEADER_BYTES = 16;
    private static final int ALIGNMENT_BYTES = 8;
    private static final int PAD_KIND = 0;
    private static final int KIND_SHIFT = 24;
    private static final int FEED_MASK = (1 << KIND_SHIFT) - 1;
    private static final int PAUSE_DIVISOR = 2;
    private static final int RESUME_DIVISOR = 4;

    private final byte[] ring;
    private final int mask;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong put = new AtomicLong();
    private final ArrayDeque<byte[]> beside = new ArrayDeque<>();
    private volatile boolean isAllInRing = true;
    private boolean pauses;
    private long mostBytes;
    private long besideBytes;
    private int offset;
    private int length;
    private int kindAndFeed;
    private long stampNs;
    private long next;

    /** @param capacityBytes a power of two, at least twice the longest entry */
    FrameQueue(int capacityBytes) {
        if (Integer.bitCount(capacityBytes) != 1) {
            throw new IllegalArgumentException("a queue of " + capacityBytes + " bytes: it must be a power of two");
        }
        ring = new byte[capacityBytes];
        mask = capacityBytes - 1;
    }

    /**
     * Adds an entry; on the transport's thread.
     *
     * @param kind 1 to 127
     * @param feed below 2^24
     */
    void put(int kind, int feed, long newStampNs, byte[] bytes, int from, int count) {
        if (!refill() || !offer(kind, feed, newStampNs, bytes, from, count)) {
            byte[] entry = new byte[HEADER_BYTES + count];
            write(entry, 0, entry.length, kind << KIND_SHIFT | feed, newStampNs);
            System.arraycopy(bytes, from, entry, HEADER_BYTES, count);
            beside.add(entry);
            isAllInRing = false;
            besideBytes += entry.length;
        }
        mostBytes = Math.max(mostBytes, usedBytes());
    }

    /** Whether the transport may read on; on its thread. */
    boolean hasRoom() {
        long used = refill() ? usedBytes() : Long.MAX_VALUE;
        pauses = used > (pauses ? ring.length / RESUME_DIVISOR : ring.length / PAUSE_DIVISOR);
        return !pauses;
    }

    /** The most bytes that waited since the last call; on the transport's thread. */
    long takeMostBytes() {
        long most = mostBytes;
        mostBytes = usedBytes();
        return most;
    }

    private long usedBytes() {
        return put.getPlain() - taken.getAcquire() + besideBytes;
    }

    /** Moves what is beside the ring into it; false while some is left. On the transport's thread, or once that has ended. */
    boolean refill() {
        while (!beside.isEmpty()) {
            byte[] entry = beside.getFirst();
            int first = Words.getInt(entry, 4);
            if (!offer(
                    first >>> KIND_SHIFT,
                    first & FEED_MASK,
                    Words.getLong(entry, 8),
                    entry,
                    HEADER_BYTES,
                    entry.length - HEADER_BYTES)) {
                return false;
            }
            beside.removeFirst();
            besideBytes -= entry.length;
            isAllInRing = beside.isEmpty();
        }
        return true;
    }

    /** Whether nothing was beside the ring just now; asked before {@link #next}, says that this will find all. On the engine's thread. */
    boolean isAllInRing() {
        return isAllInRing;
    }

    private boolean offer(int kind, int feed, long newStampNs, byte[] bytes, int from, int count) {
        int size = HEADER_BYTES + count;
        int aligned = (size + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
        if (aligned > ring.length / 2) {
            throw new IllegalArgumentException("an entry of " + size + " bytes in a queue of " + ring.length);
        }
        long position = put.getPlain();
        int at = (int) position & mask;
        int toTheEnd = ring.length - at;
        long needed = aligned <= toTheEnd ? aligned : (long) toTheEnd + aligned;
        if (position + needed - taken.getAcquire() > ring.length) {
            return false;
        }
        if (aligned > toTheEnd) {
            // Entries are aligned, so a size and a kind always fit before the end.
            Words.putInt(ring, at, toTheEnd);
            Words.putInt(ring, at + 4, PAD_KIND);
            at = 0;
        }
        write(ring, at, size, kind << KIND_SHIFT | feed, newStampNs);
        System.arraycopy(bytes, from, ring, at + HEADER_BYTES, count);
        put.setRelease(position + needed);
        return true;
    }

    /** Moves to the next entry; on the engine's thread. What the one before consisted of may be overwritten from then on. */
    boolean next() {
        taken.setRelease(next);
        if (next == put.getAcquire()) {
            return false;
        }
        int at = (int) next & mask;
        if (Words.getInt(ring, at + 4) == PAD_KIND) {
            next += Words.getInt(ring, at);
            at = 0;
        }
        int size = Words.getInt(ring, at);
        kindAndFeed = Words.getInt(ring, at + 4);
        stampNs = Words.getLong(ring, at + 8);
        offset = at + HEADER_BYTES;
        length = size - HEADER_BYTES;
        next += (size + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
        return true;
    }

    int kind() {
        return kindAndFeed >>> KIND_SHIFT;
    }

    int feed() {
        return kindAndFeed & FEED_MASK;
    }

    long stampNs() {
        return stampNs;
    }

    /** Holds the entry's bytes from {@link #offset} for {@link #length}. */
    byte[] bytes() {
        return ring;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    private static void write(byte[] target, int at, int size, int kindAndFeed, long stampNs) {
        Words.putInt(target, at, size);
        Words.putInt(target, at + 4, kindAndFeed);
        Words.putLong(target, at + 8, stampNs);
    }
}
