package pawl.kernel.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.kernel.diff.LoggedTick.Entry;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.FormatVersion;

/** A day has 345,600 ticks and millions of records: where two runs part is found without a look at most of them. */
class SearchCostTest {
    /** The tick log twice and three tokens twice, with some to spare. */
    private static final int SEARCHES_OF_A_RUN = 8;

    private static final int READS_BESIDES = 60;

    @ParameterizedTest
    @CsvSource({"1000, 1", "1000, 500", "1000, 999", "16000, 8000", "128000, 1", "128000, 77777", "128000, 127999"})
    void readsALogarithmOfTheRecords(int count, int at) throws Exception {
        List<LoggedTick> ticks = busyTicks(count);
        HeapLogStore left = new HeapLogStore();
        LoggedTick.write(left, ticks, FormatVersion.CURRENT);
        LoggedTick tick = ticks.get(at);
        ticks.set(
                at,
                new LoggedTick(
                        tick.tick(),
                        tick.lastFrameTick(),
                        List.of(tick.entries().getFirst().with(2))));
        HeapLogStore right = new HeapLogStore();
        LoggedTick.write(right, ticks, FormatVersion.CURRENT);
        CountingStore countedLeft = new CountingStore(left);
        CountingStore countedRight = new CountingStore(right);

        assertThat(RunComparison.of(countedLeft, countedRight)
                        .divergence()
                        .orElseThrow()
                        .tick())
                .isEqualTo(tick.tick());

        int doublings = 64 - Long.numberOfLeadingZeros(count);
        for (CountingStore store : List.of(countedLeft, countedRight)) {
            assertThat(store.reads()).isLessThan(SEARCHES_OF_A_RUN * doublings + READS_BESIDES);
        }
    }

    /** From one midnight on, each with a trade of one token. */
    private static List<LoggedTick> busyTicks(int count) {
        long first = LoggedTick.FIRST_TICK + 150;
        List<LoggedTick> ticks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Long> numbers = List.of((long) i, i + 1L, 5L, 6L, i + 1L);
            ticks.add(new LoggedTick(first + i, first + i, List.of(new Entry(i % 3, "TRADE", numbers))));
        }
        return ticks;
    }
}
