package pawl.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * Timelines of one letter a tick. What was flushed: {@code T} a trade, {@code Q} a quote, {@code o} an off-book trade, {@code m} a
 * mark price and all kinds else, {@code g} a gap alone, {@code G} a gap and its trade, {@code .} nothing, {@code R} nothing after a
 * restart. Of the machine: {@code h} held, {@code -} free.
 */
final class InputFreshnessTest {
    private static final int STALE_AFTER_TICKS = 3;
    private static final int GAP_HOLD_TICKS = 2;

    private final long[] words = new long[InputFreshness.stateWords(1)];
    private final InputFreshness freshness = freshness(words, STALE_AFTER_TICKS, GAP_HOLD_TICKS);

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(textBlock = """
            never heard,                        .......,    hhhhhhh
            a trade is heard,                   ..T.,       hh--
            a quote is heard,                   ..Q.,       hh--
            an off-book trade is heard,         ..o.,       hh--
            nothing else is,                    mm.mm,      hhhhh
            silence holds from the third tick,  T....T..,   ---hh---
            nothing else breaks a silence,      TmmmmQ,     ---hh-
            sound puts silence off,             T..Q..T..,  ---------
            a gap holds its tick and the next,  T.G.T.,     --hh--
            a gap alone holds too,              TTgTT,      --hh-
            gaps add nothing up,                TGGTT,      -hhh-
            a gap and then silence,             TG...T,     -hh-h-
            a gap before anything,              gT.,        hh-
            an outage forgets,                  T.R..T,     --hhh-
            an outage ends a hold by a gap,     TGRT,       -hh-
            """)
    void holds(String rule, String flushed, String held) {
        assertThat(run(freshness, flushed)).as(rule).isEqualTo(held);
    }

    @Test
    void countsLiveTicks() {
        run(freshness, "T.Q");
        assertThat(freshness.liveTicks(0)).isEqualTo(3);
        run(freshness, "..");
        assertThat(freshness.liveTicks(0)).as("silent, but not yet for long").isEqualTo(5);
        run(freshness, ".");
        assertThat(freshness.liveTicks(0)).isZero();
        run(freshness, "T");
        assertThat(freshness.liveTicks(0)).isEqualTo(1);
    }

    @Test
    void countsSilentTicks() {
        run(freshness, "..");
        assertThat(freshness.silentTicks(0)).as("from the start").isEqualTo(2);
        run(freshness, "T");
        assertThat(freshness.silentTicks(0)).isZero();
        run(freshness, ".m.");
        assertThat(freshness.silentTicks(0)).isEqualTo(3);
    }

    @Test
    void restartIsAFreshStart() {
        run(freshness, "TG..");
        freshness.restart();

        assertThat(words).containsOnly(0);
    }

    @Test
    void noGapHoldIsPossible() {
        assertThat(run(freshness(words, 3, 0), "TGGT")).isEqualTo("----");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** What holds is said again by looking back over the whole timeline; the block is copied midway. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithALookBackOverTheTimeline(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int staleAfterTicks = 1 + random.nextInt(6);
        int gapHoldTicks = random.nextInt(5);
        StringBuilder flushed = new StringBuilder();
        for (int tick = 0; tick < 200; tick++) {
            flushed.append("TQomgG.....R".charAt(random.nextInt(12)));
        }
        String timeline = flushed.toString();
        int copiedAt = random.nextInt(timeline.length());

        String held = run(freshness(words, staleAfterTicks, gapHoldTicks), timeline.substring(0, copiedAt))
                + run(freshness(words.clone(), staleAfterTicks, gapHoldTicks), timeline.substring(copiedAt));

        for (int tick = 0; tick < timeline.length(); tick++) {
            String sinceRestart = timeline.substring(Math.max(0, timeline.lastIndexOf('R', tick)), tick + 1);
            boolean isStale = tail(sinceRestart, staleAfterTicks).chars().noneMatch(c -> "TQoG".indexOf(c) >= 0);
            boolean neverHeard = sinceRestart.chars().noneMatch(c -> "TQoG".indexOf(c) >= 0);
            boolean hasGap = tail(sinceRestart, gapHoldTicks).chars().anyMatch(c -> c == 'g' || c == 'G');
            assertThat(held.charAt(tick) == 'h')
                    .as("tick %d of %s, stale after %d, gap hold %d", tick, timeline, staleAfterTicks, gapHoldTicks)
                    .isEqualTo(isStale || neverHeard || hasGap);
        }
    }

    private static String tail(String timeline, int ticks) {
        return timeline.substring(Math.max(0, timeline.length() - ticks));
    }

    private static InputFreshness freshness(long[] words, int staleAfterTicks, int gapHoldTicks) {
        return new InputFreshness(new StateBlock(words, 0, words.length), staleAfterTicks, gapHoldTicks);
    }

    private static String run(InputFreshness freshness, String timeline) {
        StringBuilder held = new StringBuilder();
        for (char tick : timeline.toCharArray()) {
            if (tick == 'R') {
                freshness.restart();
            }
            freshness.update(eventsOf(tick));
            held.append(freshness.holds() ? 'h' : '-');
        }
        return held.toString();
    }

    private static EventBatch eventsOf(char tick) {
        EventBatch events = new EventBatch();
        switch (tick) {
            case 'T' -> add(events, EventKind.TRADE, 0);
            case 'o' -> add(events, EventKind.TRADE, EventFlag.OFF_BOOK);
            case 'Q' -> add(events, EventKind.BOOK_TICKER, 0);
            case 'g' -> add(events, EventKind.GAP, 0);
            case 'G' -> {
                add(events, EventKind.GAP, 0);
                add(events, EventKind.TRADE, 0);
            }
            case 'm' -> {
                add(events, EventKind.MARK_PRICE, 0);
                add(events, EventKind.LIQUIDATION, 0);
                add(events, EventKind.FUNDING, 0);
                add(events, EventKind.OPEN_INTEREST, 0);
            }
            case '.', 'R' -> {}
            default -> throw new IllegalArgumentException("no tick is written " + tick);
        }
        return events;
    }

    private static void add(EventBatch events, EventKind kind, int flags) {
        events.add(kind, 0, flags, 1_000, 1, 1, 1, 1, 0);
    }
}
