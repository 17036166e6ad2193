package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.event.EventSink;

/** Keeps every call as a value. */
final class RecordingSink implements EventSink {
    final List<Call> calls = new ArrayList<>();

    /** How many calls of each kind there were; of ignored messages how many for each reason. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Call call : calls) {
            String name = call instanceof Call.Ignored ignored
                    ? "ignored " + ignored.reason()
                    : call.getClass().getSimpleName();
            counts.merge(name, 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public void trade(int instrument, long time, long first, long last, long aggregate, long p, long q, int flags) {
        calls.add(new Call.Trade(instrument, time, first, last, aggregate, p, q, flags));
    }

    @Override
    public void bookTicker(int instrument, long time, long update, long bp, long bq, long ap, long aq, int flags) {
        calls.add(new Call.BookTicker(instrument, time, update, bp, bq, ap, aq, flags));
    }

    @Override
    public void markPrice(int instrument, long time, long mark, long index, long rate, long next, int flags) {
        calls.add(new Call.MarkPrice(instrument, time, mark, index, rate, next, flags));
    }

    @Override
    public void liquidation(int instrument, long time, long ap, long filled, long p, long q, int flags) {
        calls.add(new Call.Liquidation(instrument, time, ap, filled, p, q, flags));
    }

    @Override
    public void openInterest(int instrument, long time, long openInterest, int flags) {
        calls.add(new Call.OpenInterest(instrument, time, openInterest, flags));
    }

    @Override
    public void funding(int instrument, long time, long rate, long fundingTime, int minutes, int flags) {
        calls.add(new Call.Funding(instrument, time, rate, fundingTime, minutes, flags));
    }

    @Override
    public void ignored(String reason) {
        calls.add(new Call.Ignored(reason));
    }

    @Override
    public void unconfigured(byte[] bytes, int symbolOffset, int symbolLength) {
        calls.add(new Call.Unconfigured(new String(bytes, symbolOffset, symbolLength, StandardCharsets.UTF_8)));
    }
}
