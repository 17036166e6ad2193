package pawl.kernel.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import pawl.transport.FeedState;
import pawl.transport.FrameSink;
import pawl.transport.StateCause;
import pawl.transport.TransportListener;
import pawl.transport.TransportReport;

/** Puts whatever the transport hands over or tells into the queue. On the transport's thread, all of it. */
final class TransportSide implements FrameSink, TransportListener {
    private static final byte[] NOTHING = {};

    private final FrameQueue queue;
    private final LongSupplier stampNs;
    private final LongSupplier monotonicNs;
    private final Map<String, Integer> firstStreamOfVenue = new HashMap<>();
    private final Queue<AdapterSwap> changes = new ConcurrentLinkedQueue<>();
    private final List<TransportReport.Venue> ended = new ArrayList<>();
    private final byte[] numbers = new byte[3 * Long.BYTES];
    private long lastStampNs;
    private long pausedSinceNs;
    private boolean isPaused;
    private long pausedTotalNs;
    private long mostQueuedBytes;

    TransportSide(FrameQueue queue, LivePlan plan, LongSupplier stampNs, LongSupplier monotonicNs) {
        this.queue = queue;
        this.stampNs = stampNs;
        this.monotonicNs = monotonicNs;
        int first = 0;
        for (int i = 0; i < plan.venues().size(); i++) {
            firstStreamOfVenue.put(plan.venues().get(i).name(), first);
            first += plan.streams().get(i).size();
        }
    }

    @Override
    public void frame(int feed, long arrivalNs, byte[] bytes, int offset, int length) {
        lastStampNs = Math.max(lastStampNs, arrivalNs);
        queue.put(EntryKind.FRAME, feed, lastStampNs, bytes, offset, length);
    }

    @Override
    public boolean hasRoom() {
        boolean hasRoom = queue.hasRoom();
        if (!hasRoom && !isPaused) {
            isPaused = true;
            pausedSinceNs = monotonicNs.getAsLong();
        } else if (hasRoom && isPaused) {
            isPaused = false;
            resumed(monotonicNs.getAsLong() - pausedSinceNs);
        }
        return hasRoom;
    }

    private void resumed(long heldNs) {
        pausedTotalNs += heldNs;
        long most = queue.takeMostBytes();
        mostQueuedBytes = Math.max(mostQueuedBytes, most);
        Words.putLong(numbers, 0, heldNs);
        Words.putLong(numbers, Long.BYTES, most);
        put(EntryKind.HELD, 0, numbers, 2 * Long.BYTES);
    }

    @Override
    public void streamState(String venue, int stream, FeedState state, StateCause cause, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[2 + text.length];
        bytes[0] = (byte) state.ordinal();
        bytes[1] = (byte) cause.ordinal();
        System.arraycopy(text, 0, bytes, 2, text.length);
        put(EntryKind.STATE, firstStream(venue) + stream, bytes, bytes.length);
    }

    @Override
    public void notice(String venue, String text) {
        byte[] bytes = (venue + ": " + text).getBytes(StandardCharsets.UTF_8);
        put(EntryKind.NOTICE, 0, bytes, bytes.length);
    }

    /** @param failure empty where the answer was handed over */
    void repairEnded(int repair, String failure) {
        byte[] bytes = failure.isEmpty() ? NOTHING : failure.getBytes(StandardCharsets.UTF_8);
        put(EntryKind.REPAIR, repair, bytes, bytes.length);
    }

    /** Nothing more is handed over; called once the transport's thread has ended. */
    void ended(TransportReport report) {
        if (isPaused) {
            isPaused = false;
            resumed(monotonicNs.getAsLong() - pausedSinceNs);
        }
        counts(report);
    }

    /** What all streams have delivered so far. */
    void counts(TransportReport report) {
        report.venues().forEach(this::counts);
    }

    private void counts(TransportReport.Venue venue) {
        int first = firstStream(venue.name());
        List<TransportReport.Venue> inTurn = new ArrayList<>(ended);
        inTurn.add(venue);
        for (StreamCount count : StreamCount.of(inTurn, venue.name())) {
            Words.putLong(numbers, 0, count.frames());
            Words.putLong(numbers, Long.BYTES, count.connects());
            Words.putLong(numbers, 2 * Long.BYTES, count.breaks());
            put(EntryKind.COUNT, first + count.number(), numbers, numbers.length);
        }
    }

    /** A venue is heard no more by the means that it was heard by. */
    void ended(TransportReport.Venue venue) {
        counts(venue);
        ended.add(venue);
    }

    /** A venue is heard by other means from now on, or by none. */
    void change(AdapterSwap swap) {
        firstStreamOfVenue.remove(swap.venueName());
        swap.next().ifPresent(hearing -> firstStreamOfVenue.put(swap.venueName(), hearing.firstPosition()));
        changes.add(swap);
        put(EntryKind.CHANGE, 0, NOTHING, 0);
    }

    /** The change that an entry of the queue tells of; on the engine's thread. */
    AdapterSwap takeChange() {
        AdapterSwap swap = changes.poll();
        if (swap == null) {
            throw new IllegalStateException("the queue tells of a change that nobody asked for");
        }
        return swap;
    }

    /** What was done for each venue, and before that, where it was heard by other means first. Read once the transport has ended. */
    List<TransportReport.Venue> inTurn(TransportReport atTheEnd) {
        List<TransportReport.Venue> all = new ArrayList<>(ended);
        all.addAll(atTheEnd.venues());
        return all;
    }

    private void put(int kind, int number, byte[] bytes, int length) {
        lastStampNs = Math.max(lastStampNs, stampNs.getAsLong());
        queue.put(kind, number, lastStampNs, bytes, 0, length);
    }

    private int firstStream(String venue) {
        Integer first = firstStreamOfVenue.get(venue);
        if (first == null) {
            throw new IllegalStateException("the transport tells of a venue " + venue + " that it was not given");
        }
        return first;
    }

    /** Read once the transport has ended. */
    long pausedTotalNs() {
        return pausedTotalNs;
    }

    /** Likewise. */
    long mostQueuedBytes() {
        return Math.max(mostQueuedBytes, queue.takeMostBytes());
    }
}
