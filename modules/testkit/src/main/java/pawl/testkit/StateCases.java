package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** An adapter keeps nothing, and nothing around it matters: neither order, nor another adapter, nor the machine's settings. */
final class StateCases {
    private static final List<String> LOCALES =
            List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "de-DE");
    private static final List<String> ZONES = List.of("Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns");

    private final ExchangeAdapterProvider provider;
    private final Settings settings;
    private final List<Instrument> instruments;
    private final List<Transcript> transcripts;

    StateCases(
            ExchangeAdapterProvider provider,
            Settings settings,
            List<Instrument> instruments,
            List<Transcript> transcripts) {
        this.provider = provider;
        this.settings = settings;
        this.instruments = instruments;
        this.transcripts = transcripts;
    }

    private Decoding decoding(List<Instrument> listed) {
        return new Decoding(provider.create(listed, settings), listed.size());
    }

    /** Frames repeated, left out, in any order, by two adapters in turn. */
    void anyOrder() {
        Decoding one = decoding(instruments);
        Decoding two = decoding(instruments);
        for (long seed = 1; seed <= 20; seed++) {
            List<Transcript> order = new ArrayList<>(transcripts);
            order.addAll(transcripts);
            Collections.shuffle(order, new Random(seed));
            for (Transcript transcript : order) {
                one.requireMeaning(transcript);
                two.requireMeaning(transcript);
            }
        }
    }

    /** The instruments in another order, and only some of them. */
    void anyInstruments() {
        List<Instrument> reversed = new ArrayList<>();
        for (Instrument instrument : instruments.reversed()) {
            reversed.add(at(reversed.size(), instrument));
        }
        requireMeaningFor(reversed);
        for (Instrument instrument : instruments) {
            requireMeaningFor(List.of(at(0, instrument)));
        }
        requireMeaningFor(List.of());
    }

    private static Instrument at(int index, Instrument instrument) {
        return new Instrument(
                index,
                instrument.venue(),
                instrument.venueIndex(),
                instrument.symbol(),
                instrument.token(),
                instrument.contractSize());
    }

    /** The same events at the instruments' new places; none of those that are not listed. */
    private void requireMeaningFor(List<Instrument> listed) {
        Decoding decoding = decoding(listed);
        for (Transcript transcript : transcripts) {
            Variant frame = new Variant(transcript.name() + " for " + listed, transcript.bytes());
            if (!(decoding.of(frame) instanceof Outcome.Decoded decoded)) {
                fail(Decoding.shown(frame) + "is refused when the instruments are these");
                return;
            }
            List<CanonicalEvent> expected = new ArrayList<>();
            for (CanonicalEvent event : transcript.meaning()) {
                if (event.kind() != null) {
                    String symbol = instruments.get(Numbers.instrument(event)).symbol();
                    listed.stream()
                            .filter(each -> each.symbol().equals(symbol))
                            .forEach(each -> expected.add(Numbers.with(event, each.index(), Numbers.flags(event))));
                }
            }
            List<CanonicalEvent> events = decoded.events().stream()
                    .filter(event -> event.kind() != null)
                    .toList();
            if (!events.equals(expected)) {
                fail(Decoding.shown(frame) + "must make\n  " + expected + "\nand made\n  " + events);
            }
        }
    }

    /** Digits, letters and hours of other countries. Set and put back. */
    void otherMachine() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : LOCALES) {
                for (String id : ZONES) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    Decoding decoding = decoding(instruments);
                    transcripts.forEach(decoding::requireMeaning);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Messages of streams are decoded without a byte allocated, once they are known. */
    void allocation() {
        ExchangeAdapter adapter = provider.create(instruments, settings);
        CountingSink sink = new CountingSink();
        for (Transcript transcript : transcripts) {
            if (!transcript.isPolled()) {
                byte[] frame = transcript.bytes();
                Allocation.requireNone(
                        "decoding " + transcript.name(), () -> adapter.decode(frame, 0, frame.length, sink));
            }
        }
        if (sink.calls() == 0) {
            fail("no transcript is of a stream");
        }
    }
}
