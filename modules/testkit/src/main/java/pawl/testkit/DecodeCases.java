package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import pawl.api.event.EventKind;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.testkit.Field.Role;

/** What the venue's own frames mean, and who the provider is. */
final class DecodeCases {
    private final List<Transcript> transcripts;
    private final Decoding decoding;

    DecodeCases(Decoding decoding, List<Transcript> transcripts) {
        this.decoding = decoding;
        this.transcripts = transcripts;
    }

    static void identity(ExchangeAdapterProvider provider) {
        Identity.require(provider, "exchange-");
        if (!provider.venue().matches("[a-z0-9-]+")) {
            fail("the venue is \"" + provider.venue() + "\"; its name is lower-case letters, digits and hyphens");
        }
        assertEquals(provider.venue(), provider.venue(), "the venue asked twice");
    }

    static void unknownSetting(ExchangeAdapterProvider provider, List<Instrument> instruments) {
        requireRefused(settings -> provider.create(instruments, settings));
        requireRefused(settings -> provider.protocol(instruments, settings));
    }

    private static void requireRefused(Consumer<Settings> creation) {
        Identity.requireUnknownSettingRefused(creation);
    }

    static void instrumentsAreUsable(List<Instrument> instruments, String venue) {
        if (instruments.size() < 2) {
            fail("instruments() holds " + instruments.size() + "; give at least two, so that they can be mixed up");
        }
        for (int i = 0; i < instruments.size(); i++) {
            assertEquals(i, instruments.get(i).index(), "the index of instrument " + i);
            assertEquals(venue, instruments.get(i).venue(), "the venue of instrument " + i);
        }
    }

    void meaning() {
        for (Transcript transcript : transcripts) {
            if (transcript.meaning().isEmpty()) {
                fail(transcript.name() + " says nothing of what it means; a frame of no use means Ignored");
            }
            decoding.requireMeaning(transcript);
        }
    }

    /** There is a frame of that kind, which names its symbol, and where its numbers stand. */
    void kind(EventKind kind, List<Set<Role>> needed) {
        List<Transcript> shown = transcripts.stream()
                .filter(transcript -> makes(transcript, kind))
                .toList();
        if (shown.isEmpty()) {
            fail("no transcript makes a " + kind + "; give one, or say why the case does not apply");
        }
        shown.forEach(decoding::requireMeaning);
        for (Set<Role> roles : needed) {
            if (shown.stream()
                    .noneMatch(transcript ->
                            transcript.fields().stream().anyMatch(field -> roles.contains(field.role())))) {
                fail("no transcript that makes a " + kind + " names a field of " + roles);
            }
        }
    }

    /** What is said not to apply is not contradicted by the transcripts. */
    void notApplicableIsSo(Map<String, String> notApplicable, Map<EventKind, String> caseOfKind) {
        caseOfKind.forEach((kind, id) -> {
            if (notApplicable.containsKey(id)) {
                transcripts.stream()
                        .filter(transcript -> makes(transcript, kind))
                        .forEach(transcript -> fail(id + " is said not to apply (" + notApplicable.get(id)
                                + "), and transcript " + transcript.name() + " makes a " + kind));
            }
        });
    }

    private static boolean makes(Transcript transcript, EventKind kind) {
        return transcript.meaning().stream().anyMatch(event -> event.kind() == kind);
    }

    /** Answers are frames too: ignored, with a reason, and never refused. */
    void answersAreIgnored(List<Answer> answers) {
        if (answers.isEmpty()) {
            fail("answers() is empty; give what the venue answers, or say why the case does not apply");
        }
        for (Answer answer : answers) {
            Variant variant = new Variant("an answer", answer.bytes());
            Outcome outcome = decoding.of(variant);
            Decoding.requireNoEvent(variant, outcome);
            if (outcome instanceof Outcome.Refused) {
                fail(Decoding.shown(variant) + "is no fault of the venue: ignore it; it was " + outcome);
            }
        }
    }

    void recording(List<byte[]> frames) {
        if (frames.isEmpty()) {
            fail("recording() is empty; give frames of a recording, or say why the case does not apply");
        }
        long events = 0;
        for (byte[] frame : frames) {
            Variant variant = new Variant("a recorded frame", frame);
            if (!(decoding.of(variant) instanceof Outcome.Decoded decoded)) {
                fail(Decoding.shown(variant) + "is refused, and the venue sent it: " + decoding.of(variant));
                return;
            }
            events += decoded.makesEvents() ? 1 : 0;
        }
        if (events == 0) {
            fail("no frame of the recording makes an event; do the instruments fit it?");
        }
    }
}
