package exchange.acme;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.api.exchange.FeedStream.Silence;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;
import pawl.json.NameTable;

/** How Acme is asked and understood: {@code {"subscribe":["trade:CHZUSD","quote:CHZUSD"],"id":7}} is answered with {@code {"ok":7}}. */
final class AcmeProtocol implements FeedProtocol {
    private static final int MOST_STREAMS_A_SOCKET = 200;
    private static final int STREAMS_AN_INSTRUMENT = 2;
    private static final FeedLimits LIMITS = new FeedLimits(10, 60_000, 5, 0, "", 86_400_000, 20_000);

    private final FeedPlan plan;
    private final NameTable symbols;
    private final AcmeMessage message = new AcmeMessage();
    private final FieldNumbers numbers = new FieldNumbers();

    AcmeProtocol(List<Instrument> instruments) {
        symbols = new NameTable(instruments.stream().map(Instrument::symbol).toList());
        List<FeedStream> streams = new ArrayList<>();
        for (Instrument instrument : instruments) {
            streams.add(stream("trade:", instrument, EventKind.TRADE));
            streams.add(stream("quote:", instrument, EventKind.BOOK_TICKER));
        }
        plan = new FeedPlan(
                URI.create("wss://feed.acme.example"),
                URI.create("https://api.acme.example"),
                List.of(new SocketGroup("feed", "/v1", streams, MOST_STREAMS_A_SOCKET)),
                List.of(), // nothing is polled
                LIMITS);
    }

    private static FeedStream stream(String channel, Instrument instrument, EventKind kind) {
        return new FeedStream(
                channel + instrument.symbol(), instrument.index(), kind, Silence.IRREGULAR, 30_000, false);
    }

    @Override
    public FeedPlan plan() {
        return plan;
    }

    @Override
    public List<Subscription> subscribe(List<String> streams, long firstRequestId) {
        String names = String.join("\",\"", streams);
        String text = "{\"subscribe\":[\"" + names + "\"],\"id\":" + firstRequestId + "}";
        return List.of(new Subscription(firstRequestId, text, streams));
    }

    @Override
    public Optional<String> ping() {
        return Optional.of("{\"ping\":true}");
    }

    /** It must not throw, whatever the bytes are: a frame that is none of the venue's gets no call, and the adapter refuses it. */
    @Override
    public void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        if (length == 0 || bytes[offset] != '{') {
            return; // an exception would have to be made for it
        }
        try {
            JsonFields fields = message.read(bytes, offset, length);
            if (fields.has(AcmeMessage.OK)) {
                hearing.acknowledged(numbers.whole(fields, AcmeMessage.OK));
            } else if (fields.has(AcmeMessage.ERROR)) {
                hearing.refused(numbers.whole(fields, AcmeMessage.ERROR));
            } else if (fields.has(AcmeMessage.PONG)) {
                hearing.pong();
            } else if (fields.has(AcmeMessage.CHANNEL) && fields.has(AcmeMessage.SYMBOL)) {
                hearing.data(stream(fields));
            }
        } catch (FrameRefusedException _) {
            // Told by the adapter, which is given the frame as well.
        }
    }

    /** Streams are numbered in the order of the plan; −1 is none of them. */
    private int stream(JsonFields fields) throws FrameRefusedException {
        int instrument = symbols.find(
                fields.json().bytes(), fields.from(AcmeMessage.SYMBOL), fields.length(AcmeMessage.SYMBOL));
        if (instrument == NameTable.ABSENT) {
            return -1;
        }
        if (fields.is(AcmeMessage.CHANNEL, "trade")) {
            return instrument * STREAMS_AN_INSTRUMENT;
        }
        return fields.is(AcmeMessage.CHANNEL, "quote") ? instrument * STREAMS_AN_INSTRUMENT + 1 : -1;
    }

    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        return Optional.empty(); // what was missed cannot be had: it stays a logged gap
    }
}
