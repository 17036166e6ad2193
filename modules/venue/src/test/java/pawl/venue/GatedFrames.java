package pawl.venue;

import java.util.concurrent.CountDownLatch;

/** Other frames, which stop before one of them until they are let through. */
final class GatedFrames extends ForwardedFrames {
    private final int before;
    private final CountDownLatch gate = new CountDownLatch(1);
    private int passed;

    GatedFrames(VenueFrames frames, int before) {
        super(frames);
        this.before = before;
    }

    void letThrough() {
        gate.countDown();
    }

    @Override
    public boolean next() {
        if (passed == before) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        passed++;
        return super.next();
    }
}
