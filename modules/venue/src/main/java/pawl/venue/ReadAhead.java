package pawl.venue;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What was read and is not yet due: filled by the source's thread, which waits when it holds enough, and emptied by the event loop. */
final class ReadAhead {
    private static final int MOST_BYTES = 8 << 20;
    private static final int BYTES_PER_ITEM = 128;

    private final ConcurrentLinkedQueue<SourceItem> items = new ConcurrentLinkedQueue<>();
    private final Semaphore freeBytes = new Semaphore(MOST_BYTES);
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch full = new CountDownLatch(1);
    private final Runnable wake;
    private volatile boolean isLoopWaiting;

    /** @param wake called on the source's thread when there is something again */
    ReadAhead(Runnable wake) {
        this.wake = wake;
    }

    void put(SourceItem item) throws InterruptedException {
        int charge = charge(item);
        if (!freeBytes.tryAcquire(charge)) {
            full.countDown();
            freeBytes.acquire(charge);
        }
        items.add(item);
        first.countDown();
        if (item instanceof SourceItem.End) {
            full.countDown();
        }
        if (isLoopWaiting) {
            isLoopWaiting = false;
            wake.run();
        }
    }

    /** Waits until there is something, however long; and then until it is full, or has the whole source, or the time is over. */
    void awaitFull(long timeoutMs) throws InterruptedException {
        first.await();
        boolean isFull = full.await(timeoutMs, TimeUnit.MILLISECONDS);
        if (!isFull) {
            full.countDown();
        }
    }

    /** Null when nothing is there yet; the loop is then woken as soon as there is. */
    @Nullable
    SourceItem peek() {
        SourceItem item = items.peek();
        if (item == null) {
            isLoopWaiting = true;
            item = items.peek();
        }
        return item;
    }

    /** Takes what {@link #peek} has shown. */
    void remove() {
        SourceItem item = items.poll();
        if (item != null) {
            freeBytes.release(charge(item));
        }
    }

    private static int charge(SourceItem item) {
        return Math.min(MOST_BYTES, item.sizeBytes() + BYTES_PER_ITEM);
    }
}
