package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/** Binance's adapter with one fault: it is given another frame than came, or its events go through another sink. */
final class FaultyAdapter implements ExchangeAdapter {
    private final ExchangeAdapter sound;
    private final Fault fault;
    private byte[] kept = new byte[0];
    private boolean hasRefused;

    FaultyAdapter(ExchangeAdapter sound, Fault fault) {
        this.sound = sound;
        this.fault = fault;
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        byte[] frame = Arrays.copyOfRange(bytes, offset, offset + length);
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        switch (fault) {
            case INVERTS_THE_SIDE, SAYS_NOTHING_OF_UNKNOWN_SYMBOLS -> sound.decode(bytes, offset, length, faulty(sink));
            case COMPARES_SYMBOLS_IN_ANY_CASE -> decode(text.replace("btcusdt\"", "BTCUSDT\""), sink);
            case TAKES_ANY_SIDE_FOR_A_PURCHASE ->
                decode(text.replaceAll("\"m\":(?!true)\"?[a-z]*\"?", "\"m\":false"), sink);
            case CUTS_DIGITS -> decode(text.replaceAll("\"q\":\"0\\.(\\d\\d)\\d\"", "\"q\":\"0.$13\""), sink);
            case DROPS_EXPONENTS -> decode(text.replaceAll("\"([0-9.]+)[eE][-+]?[0-9]+\"", "\"$1\""), sink);
            case ROUNDS_SILENTLY -> decode(text.replaceAll("(\\.\\d{8})\\d+", "$1"), sink);
            case READS_COMMAS_AS_POINTS -> decode(text.replaceAll("\"(\\d+),(\\d+)\"", "\"$1.$2\""), sink);
            case DROPS_SIGNS -> decode(text.replaceAll("\"-(\\d)", "\"$1"), sink);
            case DROPS_REPEATED_FRAMES -> dropRepeated(frame, sink);
            case READS_NULL_AS_ZERO -> decode(text.replace(":null", ":\"0\""), sink);
            case REFUSES_UNKNOWN_FIELDS -> refuseUnknown(text, sink);
            case RECURSES_FOR_EACH_LEVEL -> {
                recurse(frame, 0);
                sound.decode(bytes, offset, length, sink);
            }
            case THROWS_OTHER_THINGS -> throwOther(frame, sink);
            case POINTS_OUTSIDE_THE_FRAME -> pointOutside(frame, sink);
            case CLOSES_OPEN_OBJECTS -> decode(text.replaceAll("[^}\\]]\\}?$", "}}"), sink);
            case IGNORES_WHAT_FOLLOWS -> decode(text.replaceAll("(?s)(?<=[}\\]])[^}\\]]*$", ""), sink);
            case READS_TO_THE_ARRAYS_END -> sound.decode(bytes, offset, bytes.length - offset, sink);
            case WRITES_INTO_THE_FRAME -> {
                sound.decode(bytes, offset, length, sink);
                bytes[offset] = '[';
            }
            case REFUSES_ANSWERS -> refuseAnswers(text, sink);
            case REMEMBERS_REFUSALS -> rememberRefusal(frame, sink);
            case FORMATS_IN_THE_DEFAULT_LOCALE -> decode(text.replace("0.", String.format("%d.", 0)), sink);
            case ALLOCATES -> {
                kept = new byte[16];
                sound.decode(bytes, offset, length, sink);
            }
            default -> sound.decode(bytes, offset, length, sink);
        }
    }

    private void decode(String text, EventSink sink) throws FrameRefusedException {
        byte[] frame = text.getBytes(StandardCharsets.ISO_8859_1);
        sound.decode(frame, 0, frame.length, sink);
    }

    private void decode(byte[] frame, EventSink sink) throws FrameRefusedException {
        sound.decode(frame, 0, frame.length, sink);
    }

    private void dropRepeated(byte[] frame, EventSink sink) throws FrameRefusedException {
        if (Arrays.equals(frame, kept)) {
            sink.ignored("repeated");
        } else {
            decode(frame, sink);
            kept = frame;
        }
    }

    private void refuseUnknown(String text, EventSink sink) throws FrameRefusedException {
        if (text.contains("zz")) {
            throw new FrameRefusedException(Reason.BAD_VALUE, 0, "an unknown field");
        }
        decode(text, sink);
    }

    private static int recurse(byte[] frame, int at) {
        if (at >= frame.length || (frame[at] != '[' && frame[at] != '{')) {
            return at;
        }
        return recurse(frame, at + 1) + 1;
    }

    private void throwOther(byte[] frame, EventSink sink) {
        try {
            decode(frame, sink);
        } catch (FrameRefusedException refusal) {
            throw new IllegalArgumentException(refusal);
        }
    }

    private void pointOutside(byte[] frame, EventSink sink) throws FrameRefusedException {
        try {
            decode(frame, sink);
        } catch (FrameRefusedException refusal) {
            throw new FrameRefusedException(refusal.reason(), frame.length + 1, refusal.getMessage());
        }
    }

    private void refuseAnswers(String text, EventSink sink) throws FrameRefusedException {
        if (text.contains("\"id\":")) {
            throw new FrameRefusedException(Reason.BAD_VALUE, 0, "an answer");
        }
        decode(text, sink);
    }

    /** After a frame that makes no event, the next one's side is the other. */
    private void rememberRefusal(byte[] frame, EventSink sink) throws FrameRefusedException {
        boolean isTurned = hasRefused;
        hasRefused = new String(frame, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("depthupdate");
        decode(frame, isTurned ? faulty(sink) : sink);
    }

    private static EventSink faulty(EventSink sink) {
        return new EventSink() {
            @Override
            public void trade(int i, long time, long first, long last, long aggregate, long p, long q, int flags) {
                sink.trade(i, time, first, last, aggregate, p, q, flags ^ EventFlag.TAKER_SOLD);
            }

            @Override
            public void bookTicker(int i, long time, long id, long bid, long bidQ, long ask, long askQ, int flags) {
                sink.bookTicker(i, time, id, ask, askQ, bid, bidQ, flags);
            }

            @Override
            public void markPrice(int i, long time, long mark, long index, long rate, long next, int flags) {
                sink.markPrice(i, time, mark, index, -rate, next, flags);
            }

            @Override
            public void liquidation(int i, long time, long average, long filled, long p, long q, int flags) {
                sink.liquidation(i, time, average, filled, p, q, flags ^ EventFlag.LONG_LIQUIDATED);
            }

            @Override
            public void openInterest(int i, long time, long openInterest, int flags) {
                sink.openInterest(i, time, 2 * openInterest, flags);
            }

            @Override
            public void funding(int i, long time, long rate, long fundingTime, int minutes, int flags) {
                sink.funding(i, time, rate, fundingTime, minutes + 1, flags);
            }

            @Override
            public void ignored(String reason) {
                sink.ignored(reason);
            }

            @Override
            public void unconfigured(byte[] bytes, int symbolOffset, int symbolLength) {
                sink.ignored("symbol");
            }
        };
    }
}
