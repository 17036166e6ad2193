package pawl.venue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults of frames, subscriptions and requests that are under way. */
final class FaultWindows {
    private final Map<FaultKind, List<FaultWindow>> open = new EnumMap<>(FaultKind.class);
    private final Tally tally;

    FaultWindows(Tally tally) {
        this.tally = tally;
    }

    void open(FaultWindow window) {
        open.computeIfAbsent(window.fault().kind(), kind -> new ArrayList<>()).add(window);
    }

    void close(FaultWindow window) {
        List<FaultWindow> ofKind = open.get(window.fault().kind());
        if (ofKind != null && ofKind.remove(window) && ofKind.isEmpty()) {
            open.remove(window.fault().kind());
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The first that is about it; what is found has had no effect yet. */
    Optional<FaultWindow> find(FaultKind kind, Predicate<FaultSelector> isAbout) {
        List<FaultWindow> ofKind = open.get(kind);
        if (ofKind == null) {
            return Optional.empty();
        }
        return ofKind.stream()
                .filter(window -> isAbout.test(window.fault().selector()))
                .findFirst();
    }

    /** Notes an effect. */
    void use(FaultWindow window) {
        tally.faultEffect(window.fault().kind());
        window.use();
        if (window.isUsedUp()) {
            close(window);
        }
    }

    /** Finds and uses. */
    Optional<FaultWindow> take(FaultKind kind, Predicate<FaultSelector> isAbout) {
        Optional<FaultWindow> found = find(kind, isAbout);
        found.ifPresent(this::use);
        return found;
    }
}
