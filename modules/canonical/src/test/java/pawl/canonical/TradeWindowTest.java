package pawl.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * Which fills count, and which holes are gaps. In the tables {@code 7} is the single fill 7, {@code a2:5-6} the aggregate 2 of the
 * fills 5 and 6; of what is flushed, {@code [3-4]} is a gap in trade ids and {@code [a3-4]} one in aggregate ids. The highest id there
 * is, 9,223,372,036,854,775,807, is written {@code M}, the one before it {@code L}. {@code b2:5-6} is such an aggregate, fetched afterwards;
 * {@code n7} a trade of a name without order.
 */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TradeWindowTest {
    private static final String HIGHEST_ID = Long.toString(Long.MAX_VALUE);
    private static final String NEXT_TO_HIGHEST_ID = Long.toString(Long.MAX_VALUE - 1);

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(textBlock = """
            # single fills
            in sequence,                          1 2 3,                        1 2 3
            a first id is no gap,                 1000,                         1000
            ids from 0 on,                        0 1,                          0 1
            a repeat,                             1 2 2 1 3,                    1 2 3
            a hole,                               1 2 5,                        1 2 [3-4] 5
            a hole that fills later,              1 2 5 3 4 6,                  1 2 [3-4] 5 3 4 6
            two holes,                            1 3 6,                        1 [2-2] 3 [4-5] 6
            before the first seen,                10 8 9 8,                     10 8 9
            # aggregates
            contiguous,                           a1:1-3 a2:4-4 a3:5-9,         a1:1-3 a2:4-4 a3:5-9
            a repeat,                             a1:1-3 a1:1-3,                a1:1-3
            a hole,                               a1:1-3 a4:9-9,                a1:1-3 [a2-3] a4:9-9
            a hole that fills later,              a1:1-3 a3:6-7 a2:4-5 a4:8-8,  a1:1-3 [a2-2] a3:6-7 a2:4-5 a4:8-8
            an insurance fund fill is no gap,     a1:1-3 a2:5-6,                a1:1-3 a2:5-6
            and beside a hole not either,         a1:1-3 a2:5-6 a4:9-9,         a1:1-3 a2:5-6 [a3-3] a4:9-9
            # fetched afterwards
            fills a hole,                         a1:1-3 a4:9-9 b2:4-6 b3:7-8,  a1:1-3 [a2-3] a4:9-9 b2:4-6 b3:7-8
            what was heard is no news,            a1:1-3 a4:9-9 b1:1-3 b4:9-9,  a1:1-3 [a2-3] a4:9-9
            and comes once,                       a1:1-3 a4:9-9 b2:4-6 b2:4-6,  a1:1-3 [a2-3] a4:9-9 b2:4-6
            below the window,                     a1:1-1 a9:9000-9000 b2:2-2 b3:3-4 b4:5-8999, a1:1-1 [a2-8] a9:9000-9000 b2:2-2 b3:3-4 b4:5-8999
            below the window once,                a1:1-1 a9:9000-9000 b2:2-2 b2:2-2 b3:3-4, a1:1-1 [a2-8] a9:9000-9000 b2:2-2 b3:3-4
            below the window in order,            a1:1-1 a9:9000-9000 b3:3-4 b2:2-2, a1:1-1 [a2-8] a9:9000-9000 b3:3-4
            below the window of that hole alone,  a1:5-5 a9:9000-9000 b0:4-4 b2:6-6, a1:5-5 [a2-8] a9:9000-9000 b2:6-6
            no further than the hole,             a1:1-1 a9:9000-9000 b8:4904-9000, a1:1-1 [a2-8] a9:9000-9000
            # both
            aggregate first,                      a1:1-3 1 2 3 4,               a1:1-3 4
            fills first,                          1 2 3 a1:1-3 4,               1 2 3 4
            aggregate between its fills,          1 a1:1-3 2 3,                 1 2 3
            one fill first and none after,        2 a1:1-3,                     2
            an aggregate brings what was missed,  1 2 6 a1:3-5 7,               1 2 [3-5] 6 a1:3-5 7
            a hole between fill and aggregate,    1 2 a1:5-6,                   1 2 [3-4] a1:5-6
            and with aggregates seen before,      1 2 a7:1-2 a9:5-6,            1 2 [a8-8] a9:5-6
            fills cover the missing aggregate,    a1:1-2 3 4 a3:5-6,            a1:1-2 3 4 a3:5-6
            a hole after an aggregate,            a1:1-3 6,                     a1:1-3 [4-5] 6
            an off-book fill after aggregates,    a1:1-3 a2:5-6 4 7,            a1:1-3 a2:5-6 4 7
            # the edge of the window: 4096 ids
            oldest in the window,                 1 4097 2 2,                   1 [2-4096] 4097 2
            just out of the window,               1 4098 2,                     1 [2-4097] 4098
            an aggregate that starts out of it,   1 4098 a1:2-5,                1 [2-4097] 4098
            a jump of just the window,            5 4101 6 5,                   5 [6-4100] 4101 6
            a jump wider than the window,         5 99999 95904 99999 95903,    5 [6-99998] 99999 95904
            an aggregate wider than the window,   1 a1:2-9000 9000 8999 2 9001, 1 a1:2-9000 9001
            such an aggregate first of all,       a1:2-9000 2 5000 9001,        a1:2-9000 9001
            after a jump old bits are forgotten,  1 2 3 8195 8193 8194,         1 2 3 [4-8194] 8195 8193 8194
            # ids near the highest there is
            the highest id,                       L M M L,                      L M
            a jump to it,                         5 M L M,                      5 [6-L] M L
            an aggregate up to it,                a1:L-M L M,                   a1:L-M
            all ids there are,                    a1:0-M 7 M,                   a1:0-M
            all after a first fill,               0 a1:1-M 7 M,                 0 a1:1-M
            below it,                             M a1:L-L L,                   M a1:L-L
            aggregate ids up to it,               aL:1-2 aM:4-5 aM:9-9,         aL:1-2 aM:4-5 aM:9-9
            # names without order
            never a hole,                         n9 n2 n-7 n99999 nM,          n9 n2 n-7 n99999 nM
            a repeat,                             n9 n2 n9 n2 n-7,              n9 n2 n-7
            the name zero,                        n0 n0 n1,                     n0 n1
            turned to numbers and back,           n9 5 6 n9 5 9,                n9 5 6 n9 5 [6-8] 9
            """)
    void admits(String rule, String arrived, String flushed) {
        assertThat(flush(arrived, true)).as("%s, in one tick", rule).isEqualTo(flushed);
        assertThat(flush(arrived, false)).as("%s, a tick each", rule).isEqualTo(flushed);
    }

    @Test
    void aGapTellsWhereItWasSeen() {
        EventBatch flushed = new EventBatch();
        TokenQueue queue = queue();
        CanonicalEvent.fill(0, 1_000, 1, 5, 5).addTo(queue.arrived());
        CanonicalEvent shows = CanonicalEvent.fill(0, 2_000, 7, 5, 5);
        shows.addTo(queue.arrived());
        FlushCounts counts = new FlushCounts();

        queue.flush(flushed, counts);

        assertThat(flushed.kind(1)).isEqualTo(EventKind.GAP);
        assertThat(flushed.firstMissingId(1)).isEqualTo(2);
        assertThat(flushed.lastMissingId(1)).isEqualTo(6);
        assertThat(CanonicalEvent.listOf(flushed).subList(1, 3))
                .containsExactly(CanonicalEvent.gap(shows, false, 2, 6), shows);
        assertThat(counts.gaps).isEqualTo(1);
    }

    @Test
    void remembersTheLast128Names() {
        TokenQueue queue = queue();
        EventBatch flushed = new EventBatch();
        FlushCounts counts = new FlushCounts();
        for (int name = 0; name <= 128; name++) {
            CanonicalEvent.named(0, 1_000, name, 5, 5).addTo(queue.arrived());
        }
        queue.flush(flushed, counts);
        assertThat(flushed.size()).isEqualTo(129);
        for (int name = 128; name >= 0; name--) {
            CanonicalEvent.named(0, 2_000, name, 5, 5).addTo(queue.arrived());
        }
        queue.flush(flushed, counts);
        assertThat(counts.duplicates).isEqualTo(128);
        assertThat(CanonicalEvent.listOf(flushed)).containsExactly(CanonicalEvent.named(0, 2_000, 0, 5, 5));
    }

    private static String flush(String arrived, boolean inOneTick) {
        TokenQueue queue = queue();
        EventBatch flushed = new EventBatch();
        FlushCounts counts = new FlushCounts();
        List<String> words = new ArrayList<>();
        int trades = 0;
        for (String word : arrived.split(" ")) {
            parse(word, 1_000 + trades++).addTo(queue.arrived());
            if (!inOneTick) {
                queue.flush(flushed, counts);
                CanonicalEvent.listOf(flushed).forEach(event -> words.add(text(event)));
            }
        }
        queue.flush(flushed, counts);
        CanonicalEvent.listOf(flushed).forEach(event -> words.add(text(event)));
        int gaps = (int) words.stream().filter(word -> word.startsWith("[")).count();
        assertThat(counts.gaps).isEqualTo(gaps);
        assertThat(counts.duplicates).isEqualTo(trades - (words.size() - gaps));
        return String.join(" ", words);
    }

    private static TokenQueue queue() {
        return new TokenQueue(
                new StateBlock(new long[TokenQueue.stateWords(1)], 0, TokenQueue.stateWords(1)), 1, false);
    }

    private static CanonicalEvent parse(String word, long exchangeTimeMs) {
        String digits = word.replace("M", HIGHEST_ID).replace("L", NEXT_TO_HIGHEST_ID);
        if (Character.isDigit(digits.charAt(0))) {
            return CanonicalEvent.fill(0, exchangeTimeMs, Long.parseLong(digits), 1, 1);
        }
        if (digits.startsWith("n")) {
            return CanonicalEvent.named(0, exchangeTimeMs, Long.parseLong(digits.substring(1)), 1, 1);
        }
        String[] ids = digits.substring(1).split("[:-]");
        CanonicalEvent aggregate = CanonicalEvent.aggregate(
                0, exchangeTimeMs, Long.parseLong(ids[0]), Long.parseLong(ids[1]), Long.parseLong(ids[2]), 1, 1);
        return digits.startsWith("b") ? aggregate.with(EventFlag.BACKFILLED) : aggregate;
    }

    private static String text(CanonicalEvent event) {
        String text;
        if (event.is(EventKind.GAP)) {
            text = "[" + (event.isAggregate() ? "a" : "") + event.a() + "-" + event.b() + "]";
        } else if (event.isAggregate()) {
            text = (EventFlag.has(event.flags(), EventFlag.BACKFILLED) ? "b" : "a") + event.aggregateId() + ":"
                    + event.firstTradeId() + "-" + event.lastTradeId();
        } else {
            text = (event.isWithoutOrder() ? "n" : "") + event.firstTradeId();
        }
        return text.replace(HIGHEST_ID, "M").replace(NEXT_TO_HIGHEST_ID, "L");
    }
}
