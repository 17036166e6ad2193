package pawl.testkit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pawl.api.event.EventKind;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.testkit.Field.Role;

/**
 * What an exchange plugin must do. A plugin's test extends this, gives frames as the venue sends them and what they mean, and
 * inherits the cases; {@code docs/conformance.md} lists them.
 */
public abstract class ExchangeAdapterContract extends ConformanceContract {
    private static final Set<Role> SYMBOL = Set.of(Role.SYMBOL);
    private static final Map<EventKind, String> CASE_OF_KIND = new EnumMap<>(Map.of(
            EventKind.TRADE, "EX-04",
            EventKind.BOOK_TICKER, "EX-05",
            EventKind.MARK_PRICE, "EX-06",
            EventKind.LIQUIDATION, "EX-07",
            EventKind.OPEN_INTEREST, "EX-08",
            EventKind.FUNDING, "EX-09"));

    protected ExchangeAdapterContract() {}

    protected abstract ExchangeAdapterProvider provider();

    /** At least two instruments of different symbols, each at the position of its index; those that the transcripts speak of. */
    protected abstract List<Instrument> instruments();

    /** At least one frame for each kind of event that the venue has, and some that are of no use. */
    protected abstract List<Transcript> transcripts();

    /** At least one acknowledgement and one refusal; the pong where the ping is a message. Empty where there is no protocol. */
    protected abstract List<Answer> answers();

    /** The settings that the plugin is tried with. */
    protected Settings settings() {
        return Settings.of("venues.settings", Map.of());
    }

    /** Frames of a recording, by which nothing more is known than that the venue sent them; none may be refused. */
    protected List<byte[]> recording() {
        return List.of();
    }

    @Override
    protected final String pluginId() {
        return provider().id();
    }

    private Decoding decoding() {
        return new Decoding(
                provider().create(instruments(), settings()), instruments().size());
    }

    private DecodeCases decodeCases() {
        return new DecodeCases(decoding(), transcripts());
    }

    private FieldCases fieldCases() {
        return new FieldCases(decoding(), transcripts(), instruments());
    }

    private NumberCases numberCases() {
        return new NumberCases(decoding(), transcripts());
    }

    private ShapeCases shapeCases() {
        return new ShapeCases(decoding(), transcripts());
    }

    private ByteCases byteCases() {
        return new ByteCases(decoding(), transcripts());
    }

    private StateCases stateCases() {
        return new StateCases(provider(), settings(), instruments(), transcripts());
    }

    private SurveyorCases surveyorCases() {
        return new SurveyorCases(provider().surveyor(), transcripts(), instruments());
    }

    private ProtocolCases protocolCases() {
        return new ProtocolCases(provider(), settings(), instruments());
    }

    private HearingCases hearingCases() {
        return new HearingCases(
                ProtocolCases.protocol(provider(), settings(), instruments()), transcripts(), answers());
    }

    @ConformanceCase(
            id = "EX-01",
            says = "the provider has a permanent id and venue, and a class that can be found as a service")
    public final void ex01TheProviderHasAnId() {
        DecodeCases.identity(provider());
    }

    @ConformanceCase(id = "EX-02", says = "an unknown setting is refused by its path")
    public final void ex02UnknownSettingsAreRefused() {
        DecodeCases.unknownSetting(provider(), instruments());
    }

    @ConformanceCase(id = "EX-03", says = "each frame means exactly the events that its transcript states")
    public final void ex03FramesMeanWhatTheySay() {
        DecodeCases.instrumentsAreUsable(instruments(), provider().venue());
        decodeCases().meaning();
        decodeCases().notApplicableIsSo(notApplicable(), CASE_OF_KIND);
    }

    @ConformanceCase(id = "EX-04", says = "trades are decoded", mayNotApply = true)
    public final void ex04Trades() {
        decodeCases()
                .kind(EventKind.TRADE, List.of(SYMBOL, Set.of(Role.PRICE), Set.of(Role.QUANTITY), Set.of(Role.TIME)));
    }

    @ConformanceCase(id = "EX-05", says = "best bid and ask are decoded", mayNotApply = true)
    public final void ex05BookTickers() {
        decodeCases().kind(EventKind.BOOK_TICKER, List.of(SYMBOL, Set.of(Role.PRICE), Set.of(Role.QUANTITY)));
    }

    @ConformanceCase(id = "EX-06", says = "mark prices are decoded", mayNotApply = true)
    public final void ex06MarkPrices() {
        decodeCases().kind(EventKind.MARK_PRICE, List.of(SYMBOL, Set.of(Role.ROUNDED)));
    }

    @ConformanceCase(id = "EX-07", says = "liquidations are decoded", mayNotApply = true)
    public final void ex07Liquidations() {
        decodeCases().kind(EventKind.LIQUIDATION, List.of(SYMBOL, Set.of(Role.QUANTITY), Set.of(Role.TIME)));
    }

    @ConformanceCase(id = "EX-08", says = "open interest is decoded, one side in base units", mayNotApply = true)
    public final void ex08OpenInterest() {
        decodeCases().kind(EventKind.OPEN_INTEREST, List.of(Set.of(Role.ROUNDED)));
    }

    @ConformanceCase(id = "EX-09", says = "funding rates are decoded, with their interval", mayNotApply = true)
    public final void ex09Funding() {
        decodeCases().kind(EventKind.FUNDING, List.of(Set.of(Role.ROUNDED)));
    }

    @ConformanceCase(id = "EX-10", says = "the symbol decides which instrument an event is of", mayNotApply = true)
    public final void ex10SymbolDecidesTheInstrument() {
        fieldCases().symbolDecidesTheInstrument();
    }

    @ConformanceCase(
            id = "EX-11",
            says = "a symbol that nobody configured is reported as it stands, and makes no event",
            mayNotApply = true)
    public final void ex11UnknownSymbol() {
        fieldCases().unknownSymbol();
    }

    @ConformanceCase(
            id = "EX-12",
            says =
                    "a symbol that resembles a configured one makes no event of it: longer, shorter, other case, not ASCII",
            mayNotApply = true)
    public final void ex12NeighbouringSymbols() {
        fieldCases().neighbouringSymbols();
    }

    @ConformanceCase(
            id = "EX-13",
            says = "the other side turns round who took or was liquidated, and nothing else",
            mayNotApply = true)
    public final void ex13OtherSide() {
        fieldCases().otherSide();
    }

    @ConformanceCase(id = "EX-14", says = "a side that is neither makes no event", mayNotApply = true)
    public final void ex14NoSide() {
        fieldCases().noSide();
    }

    @ConformanceCase(id = "EX-15", says = "a kind of message that nobody knows makes no event", mayNotApply = true)
    public final void ex15UnknownKind() {
        fieldCases().unknownKind();
    }

    @ConformanceCase(
            id = "EX-16",
            says = "each digit of each decimal number counts, in proportion and in its own place",
            mayNotApply = true)
    public final void ex16NumbersAreExact() {
        numberCases().scale();
    }

    @ConformanceCase(id = "EX-17", says = "a number with an exponent is read exactly, or refused", mayNotApply = true)
    public final void ex17ScientificNumbers() {
        numberCases().scientific();
    }

    @ConformanceCase(
            id = "EX-18",
            says = "digits below the exponent are refused where numbers are exact, else flagged as rounded",
            mayNotApply = true)
    public final void ex18DigitsThatDoNotFit() {
        numberCases().tooFine();
    }

    @ConformanceCase(
            id = "EX-19",
            says = "what is no number, or does not fit in 64 bits, makes no event",
            mayNotApply = true)
    public final void ex19NoNumbers() {
        numberCases().none();
    }

    @ConformanceCase(
            id = "EX-20",
            says = "a negative price or quantity makes no event, nor does a trade of zero on the book",
            mayNotApply = true)
    public final void ex20NegativeNumbers() {
        numberCases().negative();
    }

    @ConformanceCase(
            id = "EX-21",
            says = "ids are carried as they stand: gaps, duplicates and reorderings are not the adapter's to judge",
            mayNotApply = true)
    public final void ex21Ids() {
        numberCases().wholesAreCarried(Role.ID);
    }

    @ConformanceCase(
            id = "EX-22",
            says = "times are carried as they stand, however skewed the venue's clock",
            mayNotApply = true)
    public final void ex22Times() {
        numberCases().wholesAreCarried(Role.TIME);
    }

    @ConformanceCase(
            id = "EX-23",
            says = "an id or time that is no whole number of 64 bits makes no event",
            mayNotApply = true)
    public final void ex23NoWholes() {
        numberCases().noWholes();
    }

    @ConformanceCase(
            id = "EX-24",
            says = "a number in quotes or without them is the same number, or refused",
            mayNotApply = true)
    public final void ex24TextOrNumber() {
        numberCases().textOrNumber();
    }

    @ConformanceCase(
            id = "EX-25",
            says = "null, an empty text or another type in place of a field makes no wrong event",
            mayNotApply = true)
    public final void ex25NoValue() {
        fieldCases().noValue();
    }

    @ConformanceCase(id = "EX-26", says = "a renamed field makes no wrong event", mayNotApply = true)
    public final void ex26RenamedFields() {
        fieldCases().renamed();
    }

    @ConformanceCase(id = "EX-27", says = "a field that stands twice makes no event", mayNotApply = true)
    public final void ex27DoubledFields() {
        fieldCases().doubled();
    }

    @ConformanceCase(id = "EX-28", says = "an unknown field changes nothing, wherever it stands", mayNotApply = true)
    public final void ex28UnknownFields() {
        shapeCases().unknownFields();
    }

    @ConformanceCase(id = "EX-29", says = "fields in another order mean the same, or are refused", mayNotApply = true)
    public final void ex29OtherOrder() {
        shapeCases().otherOrder();
    }

    @ConformanceCase(
            id = "EX-30",
            says = "blanks around and inside a frame change nothing, or are refused",
            mayNotApply = true)
    public final void ex30Blanks() {
        shapeCases().blanks();
    }

    @ConformanceCase(id = "EX-31", says = "messages in an array mean what each means, or nothing", mayNotApply = true)
    public final void ex31Arrays() {
        shapeCases().arrays();
    }

    @ConformanceCase(
            id = "EX-32",
            says = "an escape for an ordinary character makes no wrong event",
            mayNotApply = true)
    public final void ex32Escapes() {
        shapeCases().escapes();
    }

    @ConformanceCase(
            id = "EX-33",
            says = "arrays and objects in one another without end exhaust no stack",
            mayNotApply = true)
    public final void ex33DeepNesting() {
        shapeCases().deep();
    }

    @ConformanceCase(id = "EX-34", says = "megabytes in a frame make no wrong event", mayNotApply = true)
    public final void ex34HugeFrames() {
        shapeCases().huge();
    }

    @ConformanceCase(id = "EX-35", says = "a frame cut at any byte is refused")
    public final void ex35TruncatedFrames() {
        byteCases().truncated();
    }

    @ConformanceCase(
            id = "EX-36",
            says = "a frame with any bit flipped makes valid events or none; what is no JSON any more makes none")
    public final void ex36FlippedBits() {
        byteCases().flipped();
    }

    @ConformanceCase(id = "EX-37", says = "a frame with anything before or behind it makes no event")
    public final void ex37Garbage() {
        byteCases().garbage();
    }

    @ConformanceCase(id = "EX-38", says = "bytes that are no UTF-8 make no wrong event", mayNotApply = true)
    public final void ex38InvalidUtf8() {
        byteCases().invalidUtf8();
    }

    @ConformanceCase(
            id = "EX-39",
            says = "empty frames, bodies of errors such as 429, and pages of proxies make no event")
    public final void ex39OtherBodies() {
        byteCases().otherBodies();
    }

    @ConformanceCase(id = "EX-40", says = "only the frame's own bytes of an array are read, and none is written")
    public final void ex40InsideAnArray() {
        byteCases().insideAnArray();
    }

    @ConformanceCase(
            id = "EX-41",
            says = "answers to subscriptions and pings are ignored with a reason, not refused",
            mayNotApply = true)
    public final void ex41AnswersAreIgnored() {
        decodeCases().answersAreIgnored(answers());
    }

    @ConformanceCase(
            id = "EX-42",
            says = "nothing is kept between frames: any order, repetition or second adapter gives the same events")
    public final void ex42NothingIsKept() {
        stateCases().anyOrder();
    }

    @ConformanceCase(
            id = "EX-43",
            says = "instruments in any order, some or none of them, give the events of those listed")
    public final void ex43AnyInstruments() {
        stateCases().anyInstruments();
    }

    @ConformanceCase(id = "EX-44", says = "another default locale or time zone gives the same events")
    public final void ex44OtherMachine() {
        stateCases().otherMachine();
    }

    @ConformanceCase(
            id = "EX-45",
            says = "decoding a stream's message allocates nothing in steady state",
            mayNotApply = true)
    public final void ex45DecodingAllocatesNothing() {
        stateCases().allocation();
    }

    @ConformanceCase(id = "EX-46", says = "no frame of a recording is refused", mayNotApply = true)
    public final void ex46Recording() {
        decodeCases().recording(recording());
    }

    @ConformanceCase(
            id = "EX-47",
            says = "the surveyor finds the instruments, and the decimals of their prices",
            mayNotApply = true)
    public final void ex47SurveyorFinds() {
        surveyorCases().finds();
    }

    @ConformanceCase(id = "EX-48", says = "the surveyor throws nothing but refusals, whatever the bytes")
    public final void ex48SurveyorThrowsRefusalsOnly() {
        surveyorCases().anyBytes();
    }

    @ConformanceCase(
            id = "EX-49",
            says = "the plan has streams of every instrument, and is the same each time",
            mayNotApply = true)
    public final void ex49Plan() {
        protocolCases().plan();
    }

    @ConformanceCase(
            id = "EX-50",
            says = "every kind that the plan listens to is shown by a transcript",
            mayNotApply = true)
    public final void ex50PlanMatches() {
        protocolCases().planMatches(transcripts());
    }

    @ConformanceCase(
            id = "EX-51",
            says = "any choice of streams is subscribed to, each once, under ids that follow one another",
            mayNotApply = true)
    public final void ex51Subscribe() {
        protocolCases().subscribe();
    }

    @ConformanceCase(id = "EX-52", says = "a stream's message is heard as data of that stream", mayNotApply = true)
    public final void ex52HearData() {
        hearingCases().data();
    }

    @ConformanceCase(
            id = "EX-53",
            says = "acknowledgements, refusals, pongs and farewells are heard as what they are",
            mayNotApply = true)
    public final void ex53HearAnswers() {
        hearingCases().answers();
    }

    @ConformanceCase(
            id = "EX-54",
            says = "hearing throws nothing, and looks at nothing but the frame, whatever the bytes",
            mayNotApply = true)
    public final void ex54HearAnyBytes() {
        hearingCases().anyBytes();
    }

    @ConformanceCase(id = "EX-55", says = "hearing allocates nothing in steady state", mayNotApply = true)
    public final void ex55HearingAllocatesNothing() {
        hearingCases().allocation();
    }

    @ConformanceCase(
            id = "EX-56",
            says = "a repair asks for the first missing trade on, and its answer makes a frame that the adapter takes",
            mayNotApply = true)
    public final void ex56Repair() {
        protocolCases().repair(decoding());
    }
}
