package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.event.EventKind;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Repair;
import pawl.api.exchange.FeedProtocol.Subscription;
import pawl.api.exchange.FeedStream;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** What a protocol plans to ask for, and how it asks. */
final class ProtocolCases {
    private final ExchangeAdapterProvider provider;
    private final Settings settings;
    private final List<Instrument> instruments;
    private final FeedProtocol protocol;

    ProtocolCases(ExchangeAdapterProvider provider, Settings settings, List<Instrument> instruments) {
        this.provider = provider;
        this.settings = settings;
        this.instruments = instruments;
        this.protocol = protocol(provider, settings, instruments);
    }

    static FeedProtocol protocol(ExchangeAdapterProvider provider, Settings settings, List<Instrument> instruments) {
        return provider.protocol(instruments, settings)
                .orElseThrow(() -> new AssertionError(
                        "the provider has no protocol; say that the case does not apply, or give it one"));
    }

    /** The plan is the same each time, has streams of every instrument, and none of others. */
    void plan() {
        FeedPlan plan = protocol.plan();
        assertEquals(plan, protocol.plan(), "plan() asked twice");
        assertEquals(plan, protocol(provider, settings, instruments).plan(), "plan() of another protocol");
        List<FeedStream> streams = HearingCases.streams(protocol);
        for (Instrument instrument : instruments) {
            if (streams.stream().noneMatch(stream -> stream.instrument() == instrument.index())) {
                fail("no stream or poll is of " + instrument);
            }
        }
        for (FeedStream stream : streams) {
            if (stream.instrument() >= instruments.size()) {
                fail("stream " + stream.name() + " is of instrument " + stream.instrument() + " of "
                        + instruments.size());
            }
        }
    }

    /** The kinds that the plan listens to are those that the transcripts show. */
    void planMatches(List<Transcript> transcripts) {
        List<EventKind> shown = new ArrayList<>();
        transcripts.forEach(transcript -> transcript.meaning().stream()
                .map(CanonicalEvent::kind)
                .filter(kind -> kind != null)
                .forEach(shown::add));
        for (FeedStream stream : HearingCases.streams(protocol)) {
            if (!shown.contains(stream.kind())) {
                fail("stream " + stream.name() + " carries " + stream.kind() + ", and no transcript shows one");
            }
        }
    }

    /** Any choice of a group's streams is subscribed to, each once, under ids that follow one another. */
    void subscribe() {
        int messages = 0;
        for (SocketGroup group : protocol.plan().groups()) {
            List<String> names = group.streams().stream().map(FeedStream::name).toList();
            for (int size = 1; size <= names.size(); size++) {
                messages += requireAll(names.subList(0, size), 1);
                messages += requireAll(names.subList(names.size() - size, names.size()), 987_654_321);
            }
        }
        if (messages == 0) {
            fail("the plan has no streams to subscribe to");
        }
    }

    private int requireAll(List<String> names, long firstRequestId) {
        List<Subscription> subscriptions = protocol.subscribe(names, firstRequestId);
        assertEquals(subscriptions, protocol.subscribe(names, firstRequestId), "subscribe() asked twice");
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < subscriptions.size(); i++) {
            assertEquals(firstRequestId + i, subscriptions.get(i).requestId(), "the id of message " + i);
            asked.addAll(subscriptions.get(i).streams());
        }
        assertEquals(names.stream().sorted().toList(), asked.stream().sorted().toList(), "the streams subscribed to");
        return subscriptions.size();
    }

    /** A repair starts with the first missing trade, and its answer makes a frame that the adapter takes. */
    void repair(Decoding decoding) {
        int repairs = 0;
        for (Instrument instrument : instruments) {
            for (boolean areAggregates : new boolean[] {false, true}) {
                for (long missing : new long[] {1, 50, 100_000}) {
                    long first = 1_000_000;
                    long last = first + missing - 1;
                    Optional<Repair> repair = protocol.repair(instrument.index(), first, last, areAggregates);
                    assertEquals(
                            repair,
                            protocol.repair(instrument.index(), first, last, areAggregates),
                            "repair() asked twice");
                    repair.ifPresent(request -> requireRepair(decoding, request, first));
                    repairs += repair.isPresent() ? 1 : 0;
                }
            }
        }
        if (repairs == 0) {
            fail("repair() never asks for anything; say that the case does not apply");
        }
    }

    private static void requireRepair(Decoding decoding, Repair repair, long first) {
        if (repair.lastId() < first) {
            fail(repair + " can hold nothing of what is missing from " + first + " on");
        }
        Variant empty = new Variant("an empty answer to " + repair, Bytes.of(repair.before() + "[]" + repair.after()));
        Decoding.requireNoEvent(empty, decoding.of(empty));
    }
}
