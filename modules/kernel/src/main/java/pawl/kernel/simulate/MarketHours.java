package pawl.kernel.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pawl.config.Configuration;
import pawl.config.EventConfiguration;

/**
 * When a simulated market may be heard, so that its hours are worth it: around the phases of the calendar's events, and around UTC
 * midnights.
 *
 * @param moments seconds since the epoch, at least one
 */
record MarketHours(List<Long> moments) {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long MS_PER_SECOND = 1_000;
    private static final long WITHOUT_EVENTS =
            Instant.parse("2026-07-19T00:00:00Z").getEpochSecond();

    MarketHours {
        moments = List.copyOf(moments);
    }

    static MarketHours of(Configuration configuration) {
        List<Long> moments = new ArrayList<>(List.of(WITHOUT_EVENTS));
        for (EventConfiguration event : configuration.events()) {
            List<Long> phasesMs =
                    List.of(event.prepMs(), event.startMs(), event.midMs(), event.endMs(), event.postMs());
            for (long phaseMs : phasesMs) {
                moments.add(phaseMs / MS_PER_SECOND);
            }
            moments.add(event.startMs() / MS_PER_SECOND / SECONDS_PER_DAY * SECONDS_PER_DAY);
        }
        return new MarketHours(moments);
    }

    /** The first second of a stretch that has one of the moments in it. */
    long draw(SplittableRandom random, int seconds) {
        return moments.get(random.nextInt(moments.size())) - random.nextInt(seconds);
    }
}
