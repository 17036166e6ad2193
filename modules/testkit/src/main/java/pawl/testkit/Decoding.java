package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.Outcome.Decoded;
import pawl.testkit.Outcome.Refused;

/**
 * Decodes frames with one adapter, and holds each decoding to what holds of all: nothing is thrown but the refusal, it points into
 * the frame, the frame stays as it was, the events are in their ranges, and a good frame means afterwards what it meant before.
 */
final class Decoding {
    private final ExchangeAdapter adapter;
    private final int instrumentCount;

    Decoding(ExchangeAdapter adapter, int instrumentCount) {
        this.adapter = adapter;
        this.instrumentCount = instrumentCount;
    }

    ExchangeAdapter adapter() {
        return adapter;
    }

    Outcome of(Variant variant) {
        return of(variant, variant.frame(), 0, variant.frame().length);
    }

    Outcome of(Variant variant, byte[] bytes, int offset, int length) {
        byte[] before = bytes.clone();
        RecordingSink sink = new RecordingSink();
        Outcome outcome;
        try {
            adapter.decode(bytes, offset, length, sink);
            outcome = new Decoded(sink.events());
        } catch (FrameRefusedException refusal) {
            outcome = new Refused(refusal);
        } catch (Throwable fault) {
            throw new AssertionError(shown(variant) + "nothing but FrameRefusedException may be thrown", fault);
        }
        if (!Arrays.equals(before, bytes)) {
            fail(shown(variant) + "the adapter wrote into the array that it was given");
        }
        requireRules(variant, outcome, length);
        return outcome;
    }

    private void requireRules(Variant variant, Outcome outcome, int length) {
        switch (outcome) {
            case Refused refused -> {
                int at = refused.refusal().offset();
                if (at < 0 || at > length) {
                    fail(shown(variant) + refused + "\nthe offset lies outside the frame of " + length + " bytes");
                }
                if (refused.refusal().getMessage() == null) {
                    fail(shown(variant) + "the refusal says nothing");
                }
            }
            case Decoded decoded -> {
                for (CanonicalEvent event : decoded.events()) {
                    EventRules.broken(event, instrumentCount)
                            .ifPresent(rule -> fail(shown(variant) + event + "\nis no event: " + rule));
                }
            }
        }
    }

    /** A transcript's own frame, which must mean what the author says. */
    void requireMeaning(Transcript transcript) {
        Variant whole = new Variant(transcript.name(), transcript.bytes());
        requireSame(whole, of(whole), transcript.meaning());
    }

    /** A variant, and behind it the frame it was made of. */
    private Outcome andThenItself(Transcript transcript, Variant variant) {
        Outcome outcome = of(variant);
        Variant after = new Variant(transcript.name() + " after " + variant.what(), transcript.bytes());
        requireSame(after, of(after), transcript.meaning());
        return outcome;
    }

    void requireRefused(Transcript transcript, Variant variant) {
        Outcome outcome = andThenItself(transcript, variant);
        if (outcome instanceof Decoded) {
            fail(shown(variant) + "has to be refused, and gave " + outcome);
        }
    }

    void requireNoEvent(Transcript transcript, Variant variant) {
        requireNoEvent(variant, andThenItself(transcript, variant));
    }

    static void requireNoEvent(Variant variant, Outcome outcome) {
        if (outcome instanceof Decoded decoded && decoded.makesEvents()) {
            fail(shown(variant) + "must make no event, and gave " + decoded.events());
        }
    }

    void requireSame(Transcript transcript, Variant variant) {
        requireSame(variant, andThenItself(transcript, variant), transcript.meaning());
    }

    void requireSameOrRefused(Transcript transcript, Variant variant) {
        Outcome outcome = andThenItself(transcript, variant);
        if (outcome instanceof Decoded) {
            requireSame(variant, outcome, transcript.meaning());
        }
    }

    /** Fewer events than the whole frame, or the same ones without what is optional; never one with another number. */
    void requireLess(Transcript transcript, Variant variant) {
        Outcome outcome = andThenItself(transcript, variant);
        if (outcome instanceof Decoded decoded && !Fewer.is(decoded.events(), transcript.meaning())) {
            fail(shown(variant) + "must make no wrong event\n  the whole frame means " + transcript.meaning()
                    + "\n  this one gave        " + decoded.events());
        }
    }

    /** What a variant gave where it was not refused, the frame it was made of being decoded behind it. */
    Outcome outcome(Transcript transcript, Variant variant) {
        return andThenItself(transcript, variant);
    }

    static void requireSame(Variant variant, Outcome outcome, List<CanonicalEvent> expected) {
        if (!(outcome instanceof Decoded decoded)) {
            fail(shown(variant) + "must mean\n  " + expected + "\nand was\n  " + outcome);
        } else if (!decoded.events().equals(expected)) {
            fail(shown(variant) + "must mean\n  " + expected + "\nand gave\n  " + decoded.events());
        }
    }

    static String shown(Variant variant) {
        return variant.what() + ":\n  " + Bytes.shown(variant.frame()) + "\n";
    }
}
