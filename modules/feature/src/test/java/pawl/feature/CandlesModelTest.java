package pawl.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventBatch;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/** Candles of both lengths in one block, against candles worked out from lists of trades in decimal arithmetic. */
final class CandlesModelTest {
    private static final int TRADES = 600;
    private static final int BASE = 3;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    /** One length's candles as the model has them: the trades of each, in order. */
    private static final class Model {
        final long lengthMs;
        final List<Long> openTimesMs = new ArrayList<>();
        final List<List<Trade>> tradesOf = new ArrayList<>();
        long tooLate;

        Model(long lengthMs) {
            this.lengthMs = lengthMs;
        }

        void add(Trade trade) {
            long openTimeMs = Math.floorDiv(trade.exchangeTimeMs(), lengthMs) * lengthMs;
            if (trade.offBook()) {
                return;
            }
            if (openTimesMs.isEmpty() || openTimeMs > openTimesMs.getLast()) {
                openTimesMs.add(openTimeMs);
                tradesOf.add(new ArrayList<>());
            }
            if (openTimeMs == openTimesMs.getLast()) {
                tradesOf.getLast().add(trade);
            } else {
                tooLate++;
            }
        }

        CandleValue candle(int index, Token token) {
            return CandleValue.ofTrades(openTimesMs.get(index), tradesOf.get(index), token);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areWhatTheTradesAddUpTo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Token token = new Token(0, "T", "t", -random.nextInt(9), -random.nextInt(9), -8, 480);
        long[] words = new long[BASE + 2 * Candles.stateWords()];
        StateBlock state = new StateBlock(words, BASE, words.length - BASE);
        Candles oneMinute = new Candles(state, 0, Candles.ONE_MINUTE_MS);
        Candles fiveMinutes = new Candles(state, Candles.stateWords(), Candles.FIVE_MINUTES_MS);
        Model oneMinuteModel = new Model(Candles.ONE_MINUTE_MS);
        Model fiveMinutesModel = new Model(Candles.FIVE_MINUTES_MS);
        List<CandleValue> oneMinuteClosed = new ArrayList<>();
        List<CandleValue> fiveMinutesClosed = new ArrayList<>();
        EventBatch tick = new EventBatch();
        int perTick = 1 + random.nextInt(20);
        for (Trade trade : randomTrades(random)) {
            trade.addTo(tick);
            oneMinuteModel.add(trade);
            fiveMinutesModel.add(trade);
            if (random.nextInt(perTick) == 0) {
                oneMinute.update(tick, 0, (lengthMs, candle) -> oneMinuteClosed.add(CandleValue.of(candle, token)));
                fiveMinutes.update(tick, 0, (lengthMs, candle) -> fiveMinutesClosed.add(CandleValue.of(candle, token)));
                tick.clear();
                check(oneMinute, oneMinuteModel, token, oneMinuteClosed);
                check(fiveMinutes, fiveMinutesModel, token, fiveMinutesClosed);
            }
        }
        for (int i = 0; i < oneMinuteClosed.size(); i++) {
            assertThat(oneMinuteClosed.get(i)).isEqualTo(oneMinuteModel.candle(i, token));
        }
        for (int i = 0; i < fiveMinutesClosed.size(); i++) {
            assertThat(fiveMinutesClosed.get(i)).isEqualTo(fiveMinutesModel.candle(i, token));
        }
        assertThat(oneMinuteClosed).isNotEmpty();
    }

    private static void check(Candles candles, Model model, Token token, List<CandleValue> closed) {
        int last = model.openTimesMs.size() - 1;
        assertThat(candles.tooLateTrades()).isEqualTo(model.tooLate);
        assertThat(candles.open().exists()).isEqualTo(last >= 0);
        assertThat(candles.closed().exists()).isEqualTo(last >= 1);
        assertThat(closed).as("each candle closes once").hasSize(Math.max(0, last));
        if (last >= 0) {
            assertThat(CandleValue.of(candles.open(), token)).isEqualTo(model.candle(last, token));
        }
        if (last >= 1) {
            assertThat(CandleValue.of(candles.closed(), token)).isEqualTo(model.candle(last - 1, token));
        }
    }

    /** All that candles remember lies in the block, and it does not matter where ticks cut the stream. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goOnFromACopyOfTheirBlockUnderOtherTicks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Trade> trades = randomTrades(random);
        int copiedAt = random.nextInt(trades.size());
        long[] straight = new long[Candles.stateWords()];
        EventBatch all = new EventBatch();
        trades.forEach(trade -> trade.addTo(all));
        update(straight, all);

        long[] words = new long[Candles.stateWords()];
        EventBatch first = new EventBatch();
        trades.subList(0, copiedAt).forEach(trade -> trade.addTo(first));
        update(words, first);
        long[] copy = words.clone();
        for (Trade trade : trades.subList(copiedAt, trades.size())) {
            EventBatch one = new EventBatch();
            trade.addTo(one);
            update(copy, one);
        }

        assertThat(copy).isEqualTo(straight);
    }

    private static void update(long[] words, EventBatch events) {
        new Candles(new StateBlock(words, 0, words.length), 0, Candles.ONE_MINUTE_MS)
                .update(events, 0, CandleClosings.NONE);
    }

    /** Mostly forward; some back by up to minutes, some minutes apart; from dust to mantissas of 17 digits. */
    private static List<Trade> randomTrades(SplittableRandom random) {
        List<Trade> trades = new ArrayList<>();
        long timeMs = 1_700_000_000_000L + random.nextLong(300_000);
        long tradeId = 1;
        long mostPrice = 1L << (1 + random.nextInt(57));
        long mostQuantity = 1L << (1 + random.nextInt(52));
        for (int i = 0; i < TRADES; i++) {
            timeMs += random.nextInt(40) == 0 ? random.nextInt(400_000) : random.nextInt(1_500);
            if (random.nextInt(10) == 0) {
                timeMs -= timeMs % 60_000;
            }
            long tradeTimeMs = timeMs - (random.nextInt(9) == 0 ? random.nextInt(90_000) : 0);
            long fills = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
            trades.add(new Trade(
                    tradeTimeMs,
                    tradeId,
                    tradeId + fills,
                    1 + random.nextLong(mostPrice),
                    1 + random.nextLong(mostQuantity),
                    random.nextBoolean(),
                    random.nextInt(20) == 0));
            tradeId += fills + 1;
        }
        return trades;
    }
}
