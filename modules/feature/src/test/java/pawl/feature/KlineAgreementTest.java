package pawl.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import pawl.api.event.EventBatch;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;
import pawl.feature.CryptofeedRecording.Kline;
import pawl.feature.CryptofeedRecording.Received;

/**
 * Candles from recorded aggregate trades against the venue's own klines in the same recording. A kline frame names the trades that it
 * stands for, so it is compared with the candle at the moment when that holds just these. The recording lasts 30 s and holds the
 * start of one minute: its 21 frames can be compared whole. Six of these end inside an aggregate. Of the minute before, what changed
 * from one frame to the next can be.
 */
final class KlineAgreementTest {
    private static final Token TOKEN = CryptofeedRecording.TOKEN;
    private static CryptofeedRecording recording;

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of(
                System.getProperty("pawl.shared.data", ""), "binance-usdm/recordings/cryptofeed_20210722.jsonl.gz");
        Assumptions.assumeTrue(Files.exists(file), "no shared recordings beside this checkout: " + file);
        recording = CryptofeedRecording.read(file);
        assertThat(recording.aggregates.values().stream().mapToInt(List::size).sum())
                .isEqualTo(91);
        assertThat(recording.klines.values().stream().mapToInt(List::size).sum())
                .isEqualTo(67);
    }

    /** The candle after each trade, by the trade's last id; and that cutting the stream into ticks comes to the same. */
    private static Map<Long, CandleValue> candlesByLastTradeId(List<Received> aggregates) {
        long[] words = new long[Candles.stateWords()];
        Candles tradeByTrade = candles(words);
        long[] tickWords = new long[Candles.stateWords()];
        Candles tickByTick = candles(tickWords);
        Map<Long, CandleValue> candles = new TreeMap<>();
        EventBatch tick = new EventBatch();
        for (int i = 0; i < aggregates.size(); i++) {
            Received received = aggregates.get(i);
            received.trade().addTo(tick);
            update(tradeByTrade, received.trade());
            candles.put(received.trade().lastTradeId(), CandleValue.of(tradeByTrade.open(), TOKEN));
            if (i + 1 == aggregates.size() || aggregates.get(i + 1).tick() != received.tick()) {
                tickByTick.update(tick, 0, CandleClosings.NONE);
                tick.clear();
                assertThat(tickWords).isEqualTo(words);
            }
        }
        return candles;
    }

    @Test
    void candlesAgreeWithTheVenuesWhereverTheRecordingCoversThem(TestReporter reporter) {
        int agreeing = 0;
        int endingInsideAnAggregate = 0;
        for (String symbol : recording.klines.keySet()) {
            List<Received> aggregates = recording.aggregates.get(symbol);
            Map<Long, CandleValue> candles = candlesByLastTradeId(aggregates);
            for (Kline kline : covered(symbol)) {
                CandleValue candle = candles.get(kline.lastTradeId());
                if (candle != null) {
                    assertThat(candle)
                            .as("%s to trade %d", symbol, kline.lastTradeId())
                            .isEqualTo(kline.candle());
                    agreeing++;
                } else {
                    checkInside(aggregateWith(aggregates, kline.lastTradeId()), candles, kline);
                    endingInsideAnAggregate++;
                }
            }
        }
        reporter.publishEntry("kline frames that agree in full", Integer.toString(agreeing));
        reporter.publishEntry(
                "kline frames inside an aggregate, agreeing in what they can",
                Integer.toString(endingInsideAnAggregate));
        assertThat(agreeing).isEqualTo(15);
        assertThat(endingInsideAnAggregate).isEqualTo(6);
    }

    /** The fills of an aggregate have one price, so prices must agree, and sums must lie between before and after. */
    private static void checkInside(Trade aggregate, Map<Long, CandleValue> candles, Kline kline) {
        CandleValue after = candles.get(aggregate.lastTradeId());
        assertThat(kline.candle().openTimeMs()).isEqualTo(after.openTimeMs());
        assertThat(kline.candle().open()).isEqualTo(after.open());
        assertThat(kline.candle().high()).isEqualTo(after.high());
        assertThat(kline.candle().low()).isEqualTo(after.low());
        assertThat(kline.candle().close()).isEqualTo(after.close());
        assertThat(kline.candle().tradeCount())
                .isEqualTo(after.tradeCount() - (aggregate.lastTradeId() - kline.lastTradeId()));
        assertThat(kline.candle().volume()).isLessThan(after.volume());
        assertThat(kline.candle().notional()).isLessThan(after.notional());
        CandleValue before = candles.get(aggregate.firstTradeId() - 1);
        if (before != null && before.openTimeMs() == after.openTimeMs()) {
            assertThat(kline.candle().volume()).isGreaterThan(before.volume());
            assertThat(kline.candle().notional()).isGreaterThan(before.notional());
        }
    }

    /** From one kline frame to the next of its minute, a candle of just the trades between tells the difference. */
    @Test
    void whatChangedFromFrameToFrameIsTheTradesBetween(TestReporter reporter) {
        int differences = 0;
        for (String symbol : recording.klines.keySet()) {
            List<Kline> bounded = new ArrayList<>();
            for (Kline kline : recording.klines.get(symbol)) {
                if (recording.aggregates.get(symbol).stream()
                        .anyMatch(received -> received.trade().lastTradeId() == kline.lastTradeId())) {
                    bounded.add(kline);
                }
            }
            for (int i = 1; i < bounded.size(); i++) {
                differences += checkDifference(symbol, bounded.get(i - 1), bounded.get(i)) ? 1 : 0;
            }
        }
        reporter.publishEntry("differences between kline frames that agree", Integer.toString(differences));
        assertThat(differences).isEqualTo(42);
    }

    private static boolean checkDifference(String symbol, Kline first, Kline second) {
        if (first.firstTradeId() != second.firstTradeId() || first.lastTradeId() == second.lastTradeId()) {
            return false;
        }
        Candles between = candles(new long[Candles.stateWords()]);
        for (Received received : recording.aggregates.get(symbol)) {
            Trade trade = received.trade();
            if (trade.firstTradeId() > first.lastTradeId() && trade.lastTradeId() <= second.lastTradeId()) {
                update(between, trade);
            }
        }
        CandleValue change = CandleValue.of(between.open(), TOKEN);
        CandleValue from = first.candle();
        CandleValue to = second.candle();
        assertThat(to)
                .as("%s from trade %d to %d", symbol, first.lastTradeId(), second.lastTradeId())
                .isEqualTo(new CandleValue(
                        change.openTimeMs(),
                        from.open(),
                        from.high().max(change.high()),
                        from.low().min(change.low()),
                        change.close(),
                        from.volume().add(change.volume()),
                        from.notional().add(change.notional()),
                        from.takerBuyVolume().add(change.takerBuyVolume()),
                        from.tradeCount() + change.tradeCount()));
        return true;
    }

    /** The kline frames whose trades were all recorded. */
    private static List<Kline> covered(String symbol) {
        List<Trade> trades =
                recording.aggregates.get(symbol).stream().map(Received::trade).toList();
        for (int i = 1; i < trades.size(); i++) {
            assertThat(trades.get(i).firstTradeId())
                    .as("%s has no hole in its trade ids", symbol)
                    .isEqualTo(trades.get(i - 1).lastTradeId() + 1);
        }
        return recording.klines.get(symbol).stream()
                .filter(kline -> kline.firstTradeId() >= trades.getFirst().firstTradeId()
                        && kline.lastTradeId() <= trades.getLast().lastTradeId())
                .toList();
    }

    private static Trade aggregateWith(List<Received> aggregates, long tradeId) {
        Optional<Trade> aggregate = aggregates.stream()
                .map(Received::trade)
                .filter(trade -> trade.firstTradeId() <= tradeId && tradeId <= trade.lastTradeId())
                .findFirst();
        return aggregate.orElseThrow();
    }

    private static Candles candles(long[] words) {
        return new Candles(new StateBlock(words, 0, words.length), 0, Candles.ONE_MINUTE_MS);
    }

    private static void update(Candles candles, Trade trade) {
        EventBatch one = new EventBatch();
        trade.addTo(one);
        candles.update(one, 0, CandleClosings.NONE);
    }
}
