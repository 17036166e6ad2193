package pawl.venue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The sockets that are open, and who of them is to get which stream. */
final class SocketRegistry {
    /** An infinite pace waits for a socket that has more in its queue. */
    private static final long CONGESTED_BYTES = 1 << 20;

    private static final Subscription[] NOBODY = new Subscription[0];

    private final List<VenueSocket> open = new ArrayList<>();
    private final List<VenueSocket> all = new ArrayList<>();
    /** Arrays are never changed, so that a socket may go while a frame is being sent. */
    private final Map<String, Subscription[]> byTopic = new HashMap<>();

    void add(VenueSocket socket) {
        open.add(socket);
        all.add(socket);
    }

    void remove(VenueSocket socket) {
        open.remove(socket);
        socket.subscriptions().forEach(this::remove);
    }

    void add(Subscription subscription) {
        Subscription[] before = of(subscription.stream().topic());
        Subscription[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = subscription;
        byTopic.put(subscription.stream().topic(), after);
    }

    void remove(Subscription subscription) {
        Subscription[] after = Arrays.stream(of(subscription.stream().topic()))
                .filter(other -> !other.equals(subscription))
                .toArray(Subscription[]::new);
        byTopic.put(subscription.stream().topic(), after);
    }

    /** Not to be changed. */
    Subscription[] of(String topic) {
        return byTopic.getOrDefault(topic, NOBODY);
    }

    List<VenueSocket> open(Predicate<VenueSocket> predicate) {
        return open.stream().filter(predicate).toList();
    }

    /** Those that are closed as well, in order of their connects. */
    List<VenueSocket> all() {
        return all;
    }

    void flush() {
        for (VenueSocket socket : List.copyOf(open)) {
            socket.flush();
        }
    }

    boolean isCongested() {
        for (VenueSocket socket : open) {
            if (socket.takesData() && socket.queuedBytes() > CONGESTED_BYTES) {
                return true;
            }
        }
        return false;
    }
}
