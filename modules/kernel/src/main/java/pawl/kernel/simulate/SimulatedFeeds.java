package pawl.kernel.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.HearingFrame;

/** What a market's frames become on their way to the host: each passes through the faults that are in force when it is sent. */
final class SimulatedFeeds {
    private static final long NS_PER_MS = 1_000_000;
    private static final long NS_PER_SECOND = 1_000 * NS_PER_MS;
    private static final int BURST_FRAMES = 60;

    private final SplittableRandom random;
    private final List<FaultWindow> windows;
    private final List<EnginePlan.Venue> venues;
    private final List<Arrival> arrivals = new ArrayList<>();
    private List<Sent> sent = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // Never compared, and not copied for each frame.
    private record Sent(long atNs, byte[] bytes) {}

    SimulatedFeeds(SplittableRandom random, List<FaultWindow> windows, List<EnginePlan.Venue> venues) {
        this.random = random;
        this.windows = windows;
        this.venues = venues;
    }

    /** A venue sends a frame; frames of feeds that tell of the hearing of somebody else are passed over. */
    void frame(String feed, long atNs, byte[] bytes, int offset, int length) {
        if (HearingFrame.isFeed(feed)) {
            return;
        }
        int venue = venueOf(feed);
        sent.clear();
        sent.add(new Sent(atNs, Arrays.copyOfRange(bytes, offset, offset + length)));
        for (FaultWindow window : windows) {
            if (window.fromNs() > atNs) {
                break;
            }
            if (window.holds(venue, atNs)) {
                List<Sent> before = sent;
                sent = new ArrayList<>();
                before.forEach(frame -> pass(window, frame));
            }
        }
        sent.forEach(frame -> add(frame.atNs, venue, false, frame.bytes));
    }

    private int venueOf(String feed) {
        for (int venue = 0; venue < venues.size(); venue++) {
            if (feed.startsWith(venues.get(venue).name() + "/")) {
                return venue;
            }
        }
        return 0;
    }

    private void pass(FaultWindow window, Sent frame) {
        switch (window.fault()) {
            case DUPLICATES -> {
                sent.add(frame);
                if (random.nextInt(3) == 0) {
                    sent.add(new Sent(frame.atNs + random.nextLong(2 * NS_PER_SECOND), frame.bytes));
                }
            }
            case LOSS -> {
                if (random.nextInt(4) != 0) {
                    sent.add(frame);
                }
            }
            case DELAY -> sent.add(random.nextInt(3) == 0 ? later(frame, random.nextLong(5 * NS_PER_SECOND)) : frame);
            case SILENCE, BREAK -> {
                // Lost.
            }
            case HELD -> sent.add(new Sent(window.toNs(), frame.bytes));
            case PAUSE -> {
                if (window.toNs() - frame.atNs < NS_PER_SECOND) {
                    sent.add(new Sent(window.toNs(), frame.bytes));
                }
            }
            case DAMAGE -> sent.add(random.nextInt(4) == 0 ? new Sent(frame.atNs, damaged(frame.bytes)) : frame);
            case ADAPTER_FAILS ->
                sent.add(random.nextInt(5) == 0 ? frame : new Sent(frame.atNs, FailingAdapter.marked(frame.bytes)));
            case BURST -> {
                int copies = random.nextInt(20) == 0 ? BURST_FRAMES : 1;
                for (int i = 0; i < copies; i++) {
                    sent.add(later(frame, i * NS_PER_MS / BURST_FRAMES));
                }
            }
            case CLOCK_STEP -> sent.add(frame);
        }
    }

    private static Sent later(Sent frame, long byNs) {
        return new Sent(frame.atNs + byNs, frame.bytes);
    }

    private byte[] damaged(byte[] bytes) {
        if (bytes.length < 2 || random.nextBoolean()) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        byte[] damaged = bytes.clone();
        int at = random.nextInt(bytes.length);
        // A wrong digit would be another message, which a venue could have sent, and no damage that anybody could see.
        damaged[at] = Character.isDigit(damaged[at]) ? (byte) '?' : (byte) (damaged[at] ^ 1 << random.nextInt(5));
        return damaged;
    }

    /** Tells of a venue's hearing. */
    void tell(long atNs, int venue, byte[] hearing) {
        add(atNs, venue, true, hearing);
    }

    private void add(long atNs, int venue, boolean isHearing, byte[] bytes) {
        arrivals.add(new Arrival(atNs, arrivals.size(), venue, isHearing, bytes));
    }

    /** In order of arrival. */
    List<Arrival> arrivals() {
        arrivals.sort(Comparator.comparingLong(Arrival::atNs).thenComparingLong(Arrival::sequence));
        return arrivals;
    }
}
