package pawl.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Frames that are on their way, until the moment in which they arrive has come. */
final class PendingFrames {
    /** At equal moments frames arrive in the order in which they were sent. */
    private static final Comparator<Pending> BY_ARRIVAL =
            Comparator.comparingLong((Pending frame) -> frame.arrivalNs).thenComparingLong(frame -> frame.sequence);

    private static final class Pending {
        private final long arrivalNs;
        private final long sequence;
        private final String feed;
        private final byte[] bytes;

        private Pending(long arrivalNs, long sequence, String feed, byte[] bytes) {
            this.arrivalNs = arrivalNs;
            this.sequence = sequence;
            this.feed = feed;
            this.bytes = bytes;
        }
    }

    private List<Pending> pending = new ArrayList<>();
    private long sequence;

    void send(String feed, long arrivalNs, byte[] bytes) {
        pending.add(new Pending(arrivalNs, sequence++, feed, bytes));
    }

    /** Frames that are under way are lost. */
    void lose() {
        pending.clear();
    }

    /** Hands over what has arrived before a moment. */
    <E extends Exception> void arrive(long beforeNs, ScenarioFrames<E> frames) throws E {
        pending.sort(BY_ARRIVAL);
        int arrived = 0;
        while (arrived < pending.size() && pending.get(arrived).arrivalNs < beforeNs) {
            Pending frame = pending.get(arrived++);
            frames.frame(frame.feed, frame.arrivalNs, frame.bytes, 0, frame.bytes.length);
        }
        pending = new ArrayList<>(pending.subList(arrived, pending.size()));
    }
}
