package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.token.Instrument;
import pawl.testkit.Field.Role;
import pawl.testkit.Outcome.Decoded;

/** What becomes of a frame whose symbol, side, kind or any field says something else, or nothing. */
final class FieldCases {
    private static final List<String> NO_VALUES =
            List.of("null", "true", "false", "[]", "{}", "\"\"", "[null]", "[[1]]");
    private static final List<String> NO_SIDES =
            List.of("", "x", "none", "null", "true ", "1", "0", "BUYSELL", "sellbuy", "long", "short", "Both");

    private final Decoding decoding;
    private final List<Transcript> transcripts;
    private final List<Instrument> instruments;

    FieldCases(Decoding decoding, List<Transcript> transcripts, List<Instrument> instruments) {
        this.decoding = decoding;
        this.transcripts = transcripts;
        this.instruments = instruments;
    }

    /** Something done to one field of a transcript. */
    interface Visit {
        void field(Transcript transcript, FieldText text, Field field);
    }

    /** Visits the fields chosen; that there is none of them at all is a fault of the test. */
    static void forEach(List<Transcript> transcripts, Predicate<Field> chosen, Visit visit) {
        int visited = 0;
        for (Transcript transcript : transcripts) {
            List<Field> fields = transcript.fields().stream().filter(chosen).toList();
            for (Field field : fields) {
                visit.field(transcript, new FieldText(transcript), field);
                visited++;
            }
        }
        if (visited == 0) {
            fail("no transcript names such a field; name them, or say why the case does not apply");
        }
    }

    /** With another configured symbol in its place, the message is about that instrument, or does not fit its exponents. */
    void symbolDecidesTheInstrument() {
        int told = 0;
        for (Transcript transcript : aboutOneInstrument()) {
            Instrument own = instruments.get(instrumentOf(transcript));
            for (Instrument other : instruments) {
                if (other.index() != own.index() && hasSameNumbers(own, other)) {
                    Variant variant = withSymbol(transcript, own, other.symbol());
                    List<CanonicalEvent> expected = transcript.meaning().stream()
                            .map(event -> Numbers.with(event, other.index(), Numbers.flags(event)))
                            .toList();
                    Decoding.requireSame(variant, decoding.outcome(transcript, variant), expected);
                    told++;
                }
            }
        }
        if (told == 0) {
            fail(
                    "no two instruments have the same exponents and contract size, and no transcript names its symbol fields");
        }
    }

    private static boolean hasSameNumbers(Instrument one, Instrument other) {
        return one.contractSize().equals(other.contractSize())
                && one.token().priceExponent() == other.token().priceExponent()
                && one.token().quantityExponent() == other.token().quantityExponent()
                && one.token().markExponent() == other.token().markExponent()
                && one.token().fundingIntervalMinutes() == other.token().fundingIntervalMinutes();
    }

    /** A symbol that nobody configured is reported as it stands, and makes no event. */
    void unknownSymbol() {
        for (Transcript transcript : aboutOneInstrument()) {
            Instrument own = instruments.get(instrumentOf(transcript));
            String unknown =
                    "Q" + own.symbol().substring(1).replace(own.symbol().charAt(0), 'Q');
            Variant variant = withSymbol(transcript, own, unknown);
            Outcome outcome = decoding.outcome(transcript, variant);
            Decoding.requireNoEvent(variant, outcome);
            if (!(outcome instanceof Decoded decoded)
                    || !decoded.events().contains(new CanonicalEvent.Unconfigured(unknown))) {
                fail(Decoding.shown(variant) + "is of an instrument that nobody configured, and was not said so: "
                        + outcome);
            }
        }
    }

    /** Symbols that resemble a configured one, with prefixes, suffixes, another case, other alphabets and escapes. */
    void neighbouringSymbols() {
        for (Transcript transcript : aboutOneInstrument()) {
            Instrument own = instruments.get(instrumentOf(transcript));
            String symbol = own.symbol();
            Stream.of(
                            "",
                            symbol.substring(1),
                            symbol.substring(0, symbol.length() - 1),
                            symbol + "X",
                            "X" + symbol,
                            symbol + symbol,
                            symbol + " ",
                            " " + symbol,
                            swappedCase(symbol),
                            "Ü" + symbol.substring(1),
                            symbol.substring(0, symbol.length() - 1) + "😀",
                            symbol + "\\u0000",
                            "X".repeat(5_000))
                    .filter(near ->
                            instruments.stream().noneMatch(each -> each.symbol().equals(near)))
                    .forEach(near -> decoding.requireNoEvent(transcript, withSymbol(transcript, own, near)));
            String escaped = String.format(Locale.ROOT, "\\u%04x", (int) symbol.charAt(0)) + symbol.substring(1);
            Variant variant = withSymbol(transcript, own, escaped);
            if (decoding.outcome(transcript, variant) instanceof Decoded decoded && decoded.makesEvents()) {
                Decoding.requireSame(variant, decoded, transcript.meaning());
            }
        }
    }

    private static String swappedCase(String symbol) {
        String lower = symbol.toLowerCase(Locale.ROOT);
        return lower.equals(symbol) ? symbol.toUpperCase(Locale.ROOT) : lower;
    }

    /** Transcripts that name symbol fields and are about a single instrument. */
    private List<Transcript> aboutOneInstrument() {
        List<Transcript> chosen = transcripts.stream()
                .filter(transcript -> !transcript.fields(Role.SYMBOL).isEmpty() && instrumentOf(transcript) >= 0)
                .toList();
        if (chosen.isEmpty()) {
            fail("no transcript of one instrument names its symbol fields");
        }
        return chosen;
    }

    /** The one instrument that a transcript's events are about; −1 where there is none or more than one. */
    private static int instrumentOf(Transcript transcript) {
        List<Integer> all = transcript.meaning().stream()
                .map(Numbers::instrument)
                .filter(instrument -> instrument >= 0)
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : -1;
    }

    private static Variant withSymbol(Transcript transcript, Instrument own, String symbol) {
        FieldText text = new FieldText(transcript);
        for (Field field : transcript.fields(Role.SYMBOL)) {
            if (!text.content(field).contains(own.symbol())) {
                fail(transcript.name() + ": the field " + field.path() + " does not hold " + own.symbol());
            }
        }
        String what = "symbol " + (symbol.length() > 60 ? symbol.substring(0, 60) + "…" : symbol);
        return text.withContents(what, transcript.fields(Role.SYMBOL), all -> all.replace(own.symbol(), symbol));
    }

    /** The other side turns round the flag of the events it stands for, and changes nothing else. */
    void otherSide() {
        forEach(transcripts, field -> field.role() == Role.SIDE, (transcript, text, field) -> {
            String content = text.content(field);
            boolean isFlagged = content.equals(field.whenFlagged());
            if (!isFlagged && !content.equals(field.whenClear())) {
                fail(transcript.name() + ": " + field.path() + " is " + content + ", neither " + field.whenFlagged()
                        + " nor " + field.whenClear());
            }
            Variant variant = text.withContent(field, isFlagged ? field.whenClear() : field.whenFlagged());
            Outcome outcome = decoding.outcome(transcript, variant);
            if (!(outcome instanceof Decoded decoded) || !isTurned(transcript.meaning(), decoded.events(), isFlagged)) {
                fail(Decoding.shown(variant) + "must turn the side round and nothing else\n  before "
                        + transcript.meaning() + "\n  now    " + outcome);
            }
        });
    }

    private static boolean isTurned(List<CanonicalEvent> before, List<CanonicalEvent> now, boolean wasFlagged) {
        int turned = 0;
        boolean isRest = before.size() == now.size();
        for (int i = 0; isRest && i < before.size(); i++) {
            CanonicalEvent old = before.get(i);
            int flag = old.kind() == EventKind.TRADE
                    ? EventFlag.TAKER_SOLD
                    : old.kind() == EventKind.LIQUIDATION ? EventFlag.LONG_LIQUIDATED : 0;
            boolean isOfSide = flag != 0 && EventFlag.has(Numbers.flags(old), flag) == wasFlagged;
            CanonicalEvent other = Numbers.with(old, Numbers.instrument(old), Numbers.flags(old) ^ flag);
            if (isOfSide && now.get(i).equals(other)) {
                turned++;
            } else {
                isRest = now.get(i).equals(old);
            }
        }
        return isRest && turned > 0;
    }

    void noSide() {
        forEach(transcripts, field -> field.role() == Role.SIDE, (transcript, text, field) -> {
            List<String> sides = new ArrayList<>(NO_SIDES);
            for (String side : List.of(field.whenFlagged(), field.whenClear())) {
                sides.add(swappedCase(side));
                sides.add(side + "x");
                sides.add(side.substring(1));
                sides.add("\\u0000" + side);
            }
            for (String side : sides) {
                String bare = side.strip();
                if (!bare.equals(field.whenFlagged()) && !bare.equals(field.whenClear())) {
                    decoding.requireLess(transcript, text.withContent(field, side));
                    decoding.requireLess(transcript, text.withRaw(field, '"' + side + '"'));
                }
            }
        });
    }

    void unknownKind() {
        forEach(transcripts, field -> field.role() == Role.KIND, (transcript, text, field) -> {
            for (String kind :
                    new String[] {"zzNoSuchKind", "", "x".repeat(3_000), "ünknown", text.content(field) + "x"}) {
                decoding.requireNoEvent(transcript, text.withContent(field, kind));
            }
        });
    }

    /** Null, another type, an empty text. */
    void noValue() {
        forEach(transcripts, _ -> true, (transcript, text, field) -> {
            for (String raw : NO_VALUES) {
                boolean isSide = raw.equals(field.whenFlagged()) || raw.equals(field.whenClear());
                if (!isSide) {
                    decoding.requireLess(transcript, text.withRaw(field, raw));
                }
            }
        });
    }

    void renamed() {
        forEach(transcripts, _ -> true, (transcript, text, field) -> {
            for (Variant variant : text.renamed(field)) {
                decoding.requireLess(transcript, variant);
            }
        });
    }

    /** Twice the same name: nobody can know which is meant. */
    void doubled() {
        forEach(transcripts, _ -> true, (transcript, text, field) -> {
            String second = switch (field.role()) {
                case PRICE, QUANTITY, ROUNDED, TIME, ID -> text.isText(field) ? "\"7\"" : "7";
                case SIDE ->
                    quotedLike(
                            text,
                            field,
                            text.content(field).equals(field.whenClear()) ? field.whenFlagged() : field.whenClear());
                case SYMBOL, KIND -> "\"other\"";
            };
            for (Variant variant : text.doubled(field, second)) {
                decoding.requireNoEvent(transcript, variant);
            }
        });
    }

    private static String quotedLike(FieldText text, Field field, String content) {
        return text.isText(field) ? '"' + content + '"' : content;
    }
}
