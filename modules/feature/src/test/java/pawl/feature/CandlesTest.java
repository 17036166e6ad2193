package pawl.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/** The rules of a candle, one by one. */
final class CandlesTest {
    private static final Token TOKEN = new Token(0, "T", "t", -2, -3, -8, 480);
    private static final long MINUTE_MS = 1_700_000_040_000L;

    private final long[] words = new long[Candles.stateWords()];
    private final Candles candles = new Candles(new StateBlock(words, 0, words.length), 0, Candles.ONE_MINUTE_MS);
    private final List<CandleValue> closed = new ArrayList<>();

    @Test
    void thereIsNoneBeforeATrade() {
        update();

        assertThat(candles.open().exists()).isFalse();
        assertThat(candles.closed().exists()).isFalse();
        assertThat(words).containsOnly(0);
    }

    @Test
    void oneTradeIsACandle() {
        update(Trade.fill(MINUTE_MS + 7, 10_025, 1_500));

        assertThat(candles.open().exists()).isTrue();
        assertThat(candles.open().openTimeMs()).isEqualTo(MINUTE_MS);
        assertThat(candles.open().openMantissa()).isEqualTo(10_025);
        assertThat(candles.open().highMantissa()).isEqualTo(10_025);
        assertThat(candles.open().lowMantissa()).isEqualTo(10_025);
        assertThat(candles.open().closeMantissa()).isEqualTo(10_025);
        assertThat(candles.open().volumeMantissa()).isEqualTo(1_500);
        assertThat(candles.open().takerBuyVolumeMantissa()).isEqualTo(1_500);
        assertThat(candles.open().tradeCount()).isEqualTo(1);
        assertThat(candles.open().notionalText(TOKEN)).isEqualTo("150.37500");
        assertThat(candles.closed().exists()).isFalse();
    }

    @Test
    void tradesOfAMinuteAddUp() {
        update(Trade.fill(MINUTE_MS, 100, 1), Trade.fill(MINUTE_MS + 1, 130, 2).sold());
        update(
                Trade.fill(MINUTE_MS + 2, 90, 4),
                Trade.fill(MINUTE_MS + 59_999, 110, 8).sold());

        assertThat(candles.open().openMantissa()).isEqualTo(100);
        assertThat(candles.open().highMantissa()).isEqualTo(130);
        assertThat(candles.open().lowMantissa()).isEqualTo(90);
        assertThat(candles.open().closeMantissa()).isEqualTo(110);
        assertThat(candles.open().volumeMantissa()).isEqualTo(15);
        assertThat(candles.open().takerBuyVolumeMantissa()).isEqualTo(5);
        assertThat(candles.open().tradeCount()).isEqualTo(4);
        assertThat(candles.open().notionalText(TOKEN)).isEqualTo("0.01600");
    }

    @Test
    void anAggregateCountsItsFills() {
        update(Trade.fill(MINUTE_MS, 100, 1).ofFills(11, 17), Trade.fill(MINUTE_MS, 100, 1));

        assertThat(candles.open().tradeCount()).isEqualTo(8);
    }

    @Test
    void offBookTradesAreLeftOut() {
        update(Trade.fill(MINUTE_MS, 999, 1).madeOffBook());
        assertThat(candles.open().exists()).isFalse();

        update(
                Trade.fill(MINUTE_MS, 100, 1),
                Trade.fill(MINUTE_MS + 60_000, 999, 1).madeOffBook());
        assertThat(candles.open().highMantissa()).isEqualTo(100);
        assertThat(closed).as("nor do they close a candle").isEmpty();
    }

    @Test
    void onlyTradesFeedIt() {
        EventBatch events = new EventBatch();
        for (EventKind kind : EventKind.values()) {
            if (kind != EventKind.TRADE) {
                events.add(kind, 0, 0, MINUTE_MS, 1, 100, 1, 1, 1);
            }
        }
        candles.update(events, 0, CandleClosings.NONE);

        assertThat(words).containsOnly(0);
    }

    @Test
    void aLateTradeOfTheOpenMinuteStillCounts() {
        EventBatch events = new EventBatch();
        events.add(EventKind.TRADE, 0, EventFlag.LATE, MINUTE_MS, 1, 100, 1, 1, 0);
        candles.update(events, 0, CandleClosings.NONE);

        assertThat(candles.open().tradeCount()).isEqualTo(1);
    }

    @Test
    void aTradeOfALaterMinuteClosesTheCandle() {
        update(Trade.fill(MINUTE_MS, 100, 1));
        CandleValue open = CandleValue.of(candles.open(), TOKEN);

        update(Trade.fill(MINUTE_MS + 60_000, 200, 1), Trade.fill(MINUTE_MS + 60_001, 210, 1));

        assertThat(closed).containsExactly(open);
        assertThat(CandleValue.of(candles.closed(), TOKEN)).isEqualTo(open);
        assertThat(candles.open().openTimeMs()).isEqualTo(MINUTE_MS + 60_000);
        assertThat(candles.open().openMantissa()).isEqualTo(200);
        assertThat(candles.open().lowMantissa()).isEqualTo(200);
        assertThat(candles.open().tradeCount()).isEqualTo(2);
    }

    @Test
    void aMinuteWithoutTradesHasNoCandle() {
        update(Trade.fill(MINUTE_MS, 100, 1));
        update(Trade.fill(MINUTE_MS + 10 * 60_000, 200, 1));
        update(Trade.fill(MINUTE_MS + 11 * 60_000, 300, 1));

        assertThat(closed).extracting(CandleValue::openTimeMs).containsExactly(MINUTE_MS, MINUTE_MS + 10 * 60_000);
    }

    @Test
    void aTradeThatComesTooLateIsCountedAndChangesNothing() {
        update(Trade.fill(MINUTE_MS, 100, 1));
        update(Trade.fill(MINUTE_MS + 60_000, 200, 1));
        CandleValue open = CandleValue.of(candles.open(), TOKEN);
        CandleValue justClosed = CandleValue.of(candles.closed(), TOKEN);
        assertThat(candles.tooLateTrades()).isZero();

        update(Trade.fill(MINUTE_MS + 59_999, 999, 1), Trade.fill(MINUTE_MS - 3_600_000, 1, 1));

        assertThat(candles.tooLateTrades()).isEqualTo(2);
        assertThat(CandleValue.of(candles.open(), TOKEN)).isEqualTo(open);
        assertThat(CandleValue.of(candles.closed(), TOKEN)).isEqualTo(justClosed);
        assertThat(closed).hasSize(1);
    }

    @ParameterizedTest(name = "{0} ms candles, trade at {1}: bucket {2}")
    @CsvSource({
        "60000,  1700000040000, 1700000040000",
        "60000,  1700000099999, 1700000040000",
        "60000,  1700000100000, 1700000100000",
        "60000,  1700000100001, 1700000100000",
        "300000, 1700000100000, 1700000100000",
        "300000, 1700000099999, 1699999800000",
        "300000, 1700000399999, 1700000100000",
        "300000, 1700000400000, 1700000400000",
        "60000,  0,             0",
        "60000,  59999,         0",
        "300000, -1,            -300000",
    })
    void bucketsStartAtExactMultiples(long lengthMs, long exchangeTimeMs, long openTimeMs) {
        Candles one = new Candles(new StateBlock(words, 0, words.length), 0, lengthMs);
        EventBatch events = new EventBatch();
        Trade.fill(exchangeTimeMs, 100, 1).addTo(events);

        one.update(events, 0, CandleClosings.NONE);

        assertThat(one.open().openTimeMs()).isEqualTo(openTimeMs);
    }

    @Test
    void notionalIsExactBeyond64Bits() {
        long large = 3_000_000_000_000_000_007L;
        BigInteger expected = BigInteger.ZERO;
        for (long quantityMantissa : new long[] {1, 3, 2_000_000_000_000_000_003L, 1, 900_000_000_000_000_001L}) {
            update(Trade.fill(MINUTE_MS, large, quantityMantissa));
            expected = expected.add(BigInteger.valueOf(large).multiply(BigInteger.valueOf(quantityMantissa)));
            assertThat(candles.open().notionalText(new Token(0, "T", "t", 0, 0, 0, 480)))
                    .isEqualTo(expected.toString());
        }
    }

    @Test
    void sumsThatNoLongerFitStayAtTheHighestNumber() {
        update(Trade.fill(MINUTE_MS, 1, Long.MAX_VALUE).ofFills(0, Long.MAX_VALUE));
        update(Trade.fill(MINUTE_MS, 2, 1), Trade.fill(MINUTE_MS, 3, Long.MAX_VALUE));

        assertThat(candles.open().volumeMantissa()).isEqualTo(Long.MAX_VALUE);
        assertThat(candles.open().takerBuyVolumeMantissa()).isEqualTo(Long.MAX_VALUE);
        assertThat(candles.open().tradeCount()).isEqualTo(Long.MAX_VALUE);
        assertThat(candles.open().closeMantissa()).isEqualTo(3);
    }

    private void update(Trade... trades) {
        EventBatch events = new EventBatch();
        for (Trade trade : trades) {
            trade.addTo(events);
        }
        candles.update(events, 0, (lengthMs, candle) -> {
            assertThat(lengthMs).isEqualTo(Candles.ONE_MINUTE_MS);
            closed.add(CandleValue.of(candle, TOKEN));
        });
    }
}
