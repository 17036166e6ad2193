package pawl.venue;

import java.util.HashMap;
import java.util.Map;

/** The weight of each address's requests in each minute of real time, and who is banned because he did not heed it. */
final class RestQuota {
    private static final long WINDOW_MS = 60_000;
    private static final long NS_PER_SECOND = 1_000_000_000;
    /** So many requests after the first refusal in the same minute, and the address is banned. */
    private static final int REFUSALS_BEFORE_BAN = 10;

    private static final long BAN_NS = 120 * NS_PER_SECOND;

    /** What becomes of a request. */
    enum Verdict {
        ALLOWED,
        TOO_MANY,
        BANNED
    }

    private final HostQuota weights;
    private final HostQuota refusals = new HostQuota(REFUSALS_BEFORE_BAN, WINDOW_MS);
    private final Map<String, Long> bannedUntilNs = new HashMap<>();

    RestQuota(int weightPerMinute) {
        weights = new HostQuota(weightPerMinute, WINDOW_MS);
    }

    Verdict take(String host, int weight) {
        if (banSeconds(host) > 0) {
            return Verdict.BANNED;
        }
        if (weights.take(host, weight)) {
            return Verdict.ALLOWED;
        }
        if (refusals.take(host, 1)) {
            return Verdict.TOO_MANY;
        }
        bannedUntilNs.put(host, System.nanoTime() + BAN_NS);
        return Verdict.BANNED;
    }

    long used(String host) {
        return weights.used(host);
    }

    /** Until it may ask again, after {@link Verdict#TOO_MANY} or {@link Verdict#BANNED}. */
    long secondsLeft(String host) {
        long ban = banSeconds(host);
        return ban > 0 ? ban : weights.secondsLeft();
    }

    private long banSeconds(String host) {
        Long untilNs = bannedUntilNs.get(host);
        return untilNs == null ? 0 : Math.max(0, (untilNs - System.nanoTime() + NS_PER_SECOND - 1) / NS_PER_SECOND);
    }
}
