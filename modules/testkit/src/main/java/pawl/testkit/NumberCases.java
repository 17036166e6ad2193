package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pawl.api.event.EventFlag;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.CanonicalEvent.Unconfigured;
import pawl.testkit.Field.Role;
import pawl.testkit.Outcome.Decoded;

/** What becomes of numbers: exact, scientific, too fine, too large, none at all. */
final class NumberCases {
    private static final String MANY_DECIMALS = "0".repeat(24) + "1";
    private static final List<String> NO_NUMBERS = List.of(
            "abc",
            "NaN",
            "Infinity",
            "-Infinity",
            "0x10",
            "1,5",
            "1.2.3",
            "--1",
            "+-1",
            ".",
            "-",
            "e5",
            "1e",
            "1e+",
            "１２",
            "1_000",
            "1e400",
            "1e99999999999",
            "-1e400",
            "9".repeat(40),
            "9".repeat(400),
            "1" + "0".repeat(70),
            "1" + MANY_DECIMALS + "." + MANY_DECIMALS);
    private static final List<String> NO_WHOLES = List.of(
            "abc",
            "1.5",
            "-1",
            "9223372036854775808",
            "99999999999999999999",
            "9".repeat(400),
            "1e400",
            "NaN",
            "0x1f",
            "１２",
            "--1",
            "-",
            ".");

    private final Decoding decoding;
    private final List<Transcript> transcripts;

    NumberCases(Decoding decoding, List<Transcript> transcripts) {
        this.decoding = decoding;
        this.transcripts = transcripts;
    }

    /** Each decimal, one digit changed at a time, moves its mantissa in proportion and nothing else. */
    void scale() {
        forEachDecimal((transcript, text, field) -> {
            BigDecimal before = new BigDecimal(text.content(field));
            int changed = 0;
            for (String content : otherDecimals(text.content(field))) {
                Variant variant = text.withContent(field, content);
                if (decoding.outcome(transcript, variant) instanceof Decoded decoded) {
                    requireProportion(transcript, variant, before, new BigDecimal(content), decoded.events());
                    changed += decoded.events().equals(transcript.meaning()) ? 0 : 1;
                }
            }
            if (changed == 0) {
                fail(transcript.name() + ": no other number at " + field.path()
                        + " makes another event; it is not read");
            }
        });
    }

    private static List<String> otherDecimals(String content) {
        List<String> others = new ArrayList<>();
        for (int at = 0; at < content.length(); at++) {
            char digit = content.charAt(at);
            if (digit >= '0' && digit <= '9') {
                char next = digit == '9' ? '8' : (char) (digit + 1);
                boolean isLeadingZero = next == '0' && at == 0;
                if (!isLeadingZero) {
                    others.add(content.substring(0, at) + next + content.substring(at + 1));
                }
            }
        }
        return others;
    }

    private static void requireProportion(
            Transcript transcript, Variant variant, BigDecimal before, BigDecimal after, List<CanonicalEvent> events) {
        List<Long> old = Numbers.of(transcript.meaning());
        List<Long> now = Numbers.of(events);
        boolean isRounded = hasFlag(events, EventFlag.ROUNDED) || hasFlag(transcript.meaning(), EventFlag.ROUNDED);
        if (now.size() != old.size()) {
            fail(Decoding.shown(variant) + "gave other kinds of events: " + events);
        }
        for (int i = 0; i < now.size(); i++) {
            BigDecimal expected = BigDecimal.valueOf(old.get(i)).multiply(after);
            BigDecimal given = BigDecimal.valueOf(now.get(i)).multiply(before);
            // Either is a mantissa of which a half may have been rounded away, times the other's number.
            BigDecimal allowed =
                    isRounded ? before.abs().add(after.abs()).multiply(new BigDecimal("0.5")) : BigDecimal.ZERO;
            boolean isProportional = expected.subtract(given).abs().compareTo(allowed) <= 0;
            if (!now.get(i).equals(old.get(i)) && !isProportional) {
                fail(Decoding.shown(variant) + "changed a number from " + old.get(i) + " to " + now.get(i)
                        + ", which is not in proportion\n  before " + transcript.meaning() + "\n  now    " + events);
            }
        }
    }

    /** The same number with an exponent. */
    void scientific() {
        forEachDecimal((transcript, text, field) -> {
            BigDecimal number = new BigDecimal(text.content(field));
            for (int shift : new int[] {0, 1, -1, 5, -5, 17, -17}) {
                BigDecimal digits = number.movePointLeft(shift);
                for (String e : new String[] {"e", "E", "e+"}) {
                    if (shift >= 0 || e.length() == 1) {
                        Variant variant = text.withContent(field, digits.toPlainString() + e + shift);
                        decoding.requireSameOrRefused(transcript, variant);
                    }
                }
            }
        });
    }

    /** Trailing zeros mean nothing; a digit far below the exponent is refused, or said to be rounded. */
    void tooFine() {
        forEachDecimal((transcript, text, field) -> {
            String content = text.content(field);
            String pointed = content.contains(".") ? content : content + ".";
            decoding.requireSameOrRefused(transcript, text.withContent(field, pointed + "000"));
            for (String digits : new String[] {MANY_DECIMALS, "0".repeat(19) + "5"}) {
                Variant variant = text.withContent(field, pointed + digits);
                if (decoding.outcome(transcript, variant) instanceof Decoded decoded) {
                    requireRounded(transcript, variant, field, decoded.events());
                }
            }
        });
    }

    private static void requireRounded(
            Transcript transcript, Variant variant, Field field, List<CanonicalEvent> events) {
        if (field.role() != Role.ROUNDED) {
            fail(Decoding.shown(variant) + "has a digit that does not fit and is exact: refuse it; it gave " + events);
        }
        if (!hasFlag(events, EventFlag.ROUNDED)) {
            fail(Decoding.shown(variant) + "was rounded without the flag ROUNDED: " + events);
        }
        if (!Numbers.of(events).equals(Numbers.of(transcript.meaning()))) {
            fail(Decoding.shown(variant) + "was not rounded half-even: " + events);
        }
    }

    /** What is no number, or none that fits. */
    void none() {
        forEachDecimal((transcript, text, field) -> {
            for (String content : NO_NUMBERS) {
                decoding.requireNoEvent(transcript, text.withContent(field, content));
                decoding.requireNoEvent(transcript, text.withRaw(field, '"' + content + '"'));
            }
            decoding.requireSameOrRefused(transcript, text.withContent(field, " " + text.content(field)));
            decoding.requireSameOrRefused(transcript, text.withContent(field, text.content(field) + " "));
        });
    }

    /** A price or quantity below zero; of a trade, one of zero. */
    void negative() {
        forEachDecimal((transcript, text, field) -> {
            String content = text.content(field);
            boolean isNegative = content.startsWith("-");
            boolean isZero = new BigDecimal(content).signum() == 0;
            Variant variant = text.withContent(field, isNegative ? content.substring(1) : "-" + content);
            if (field.isSigned()) {
                requireOtherSide(transcript, variant);
            } else if (field.role() != Role.ROUNDED && !isZero && !isNegative) {
                decoding.requireNoEvent(transcript, variant);
            } else {
                decoding.outcome(transcript, variant);
            }
            if (field.role() != Role.ROUNDED) {
                decoding.outcome(transcript, text.withContent(field, "0"));
                decoding.outcome(transcript, text.withContent(field, "-0"));
            }
        });
    }

    private void requireOtherSide(Transcript transcript, Variant variant) {
        List<CanonicalEvent> turned = transcript.meaning().stream()
                .map(event -> Numbers.with(event, Numbers.instrument(event), Numbers.flags(event) ^ sideFlag(event)))
                .toList();
        Decoding.requireSame(variant, decoding.outcome(transcript, variant), turned);
    }

    private static int sideFlag(CanonicalEvent event) {
        return switch (event) {
            case Trade _ -> EventFlag.TAKER_SOLD;
            case Liquidation _ -> EventFlag.LONG_LIQUIDATED;
            case BookTicker _, MarkPrice _, OpenInterest _, Funding _, Ignored _, Unconfigured _ -> 0;
        };
    }

    /** Ids as a gap, a duplicate and a reordering show them; times as skewed clocks do. */
    void wholesAreCarried(Role role) {
        long[] shifts = role == Role.ID
                ? new long[] {1, -1, 5, 1_000_000_007L}
                : new long[] {1, -1, 31_536_000_000L, -86_400_000};
        forEachField(field -> field.role() == role, (transcript, text, field) -> {
            long before = Long.parseLong(text.content(field));
            int changed = 0;
            for (long shift : shifts) {
                long after = before + shift;
                Variant variant = text.withContent(field, Long.toString(after));
                if (after >= 0 && decoding.outcome(transcript, variant) instanceof Decoded decoded) {
                    requireCarried(transcript, variant, before, after, decoded.events());
                    changed += decoded.events().equals(transcript.meaning()) ? 0 : 1;
                }
            }
            if (changed == 0) {
                fail(transcript.name() + ": no other number at " + field.path()
                        + " makes another event; it is not read");
            }
        });
    }

    private static void requireCarried(
            Transcript transcript, Variant variant, long before, long after, List<CanonicalEvent> events) {
        List<Long> old = Numbers.of(transcript.meaning());
        List<Long> now = Numbers.of(events);
        boolean isCarried = now.size() == old.size();
        for (int i = 0; isCarried && i < now.size(); i++) {
            boolean isSame = now.get(i).equals(old.get(i));
            isCarried = isSame || (old.get(i) == before && now.get(i) == after);
        }
        if (!isCarried) {
            fail(Decoding.shown(variant) + "changed more than that number\n  before " + transcript.meaning()
                    + "\n  now    " + events);
        }
    }

    void noWholes() {
        forEachField(field -> field.role().isWhole(), (transcript, text, field) -> {
            for (String content : NO_WHOLES) {
                decoding.requireNoEvent(transcript, text.withContent(field, content));
            }
        });
    }

    /** A number that stood in quotes without them, and the other way round. */
    void textOrNumber() {
        forEachField(field -> field.role().isDecimal() || field.role().isWhole(), (transcript, text, field) -> {
            String content = text.content(field);
            String other = text.isText(field) ? content : '"' + content + '"';
            decoding.requireSameOrRefused(transcript, text.withRaw(field, other));
        });
    }

    private static boolean hasFlag(List<CanonicalEvent> events, int flag) {
        return events.stream().anyMatch(event -> EventFlag.has(Numbers.flags(event), flag));
    }

    private void forEachDecimal(FieldCases.Visit visit) {
        forEachField(field -> field.role().isDecimal(), visit);
    }

    private void forEachField(Predicate<Field> chosen, FieldCases.Visit visit) {
        FieldCases.forEach(transcripts, chosen, visit);
    }
}
