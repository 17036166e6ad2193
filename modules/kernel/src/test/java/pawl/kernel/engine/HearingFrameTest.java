package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyBuilds;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;

/** From a frame of the hearing to the records of it. */
class HearingFrameTest {
    private static final long TICK = 1_000;
    private static final long TIME_MS = 250_123;
    private static final String REFUSED = "BAD_VALUE a frame of the hearing cannot be read: ";

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 30));
    }

    private static List<String> logged(int venue, String token, byte[] frame) throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.engine().hearing(venue, TICK, frame, 0, frame.length);
            toy.engine().closeThrough(TICK);
            toy.engine().stop();
            assertThat(toy.refusals()).isEmpty();
            return LogTexts.ofToken(toy.store(), token);
        }
    }

    @Test
    void aliveIsNoRecord() throws Exception {
        assertThat(logged(0, "AAA", HearingFrame.alive(TIME_MS))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FeedState.class)
    void aStateIsARecordOfItsToken(FeedState state) throws Exception {
        byte[] frame =
                HearingFrame.state(TIME_MS, "bbb", EventKind.LIQUIDATION, true, FeedState.STALE, state, FeedCause.DATA);
        assertThat(logged(1, "BBB", frame))
                .containsExactly("1000 FEED_STATE venue 1 flags 512 [250123, 0, 4, 5, " + state.code() + ", 1]");
        assertThat(logged(1, "AAA", frame)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FeedCause.class)
    void everyCauseHasItsCode(FeedCause cause) throws Exception {
        byte[] frame = HearingFrame.state(
                TIME_MS, "AAA", EventKind.TRADE, false, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, cause);
        assertThat(logged(0, "AAA", frame))
                .filteredOn(text -> !text.contains(" STREAM_STATES "))
                .containsExactly("1000 FEED_STATE venue 0 flags 0 [250123, 0, 1, 1, 3, " + cause.code() + "]");
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"TRADE", "LIQUIDATION", "BOOK_TICKER", "MARK_PRICE", "FUNDING", "OPEN_INTEREST"})
    void aCountIsOfAnyStream(EventKind kind) throws Exception {
        byte[] frame = HearingFrame.count(TIME_MS, "CCC", kind, false, Long.MAX_VALUE, 7, 0);
        assertThat(logged(0, "CCC", frame))
                .containsExactly("1000 FEED_COUNT venue 0 flags 0 [250123, 0, " + kind.code() + ", " + Long.MAX_VALUE
                        + ", 7, 0]");
    }

    @Test
    void theClockAndThePauseAreRecordsOfEveryTokenOfTheVenue() throws Exception {
        byte[] clock = HearingFrame.clock(TIME_MS, -3_600_000, 3_599_990);
        byte[] held = HearingFrame.held(TIME_MS, 1_234, 1L << 40);
        for (String token : List.of("AAA", "BBB")) {
            assertThat(logged(1, token, clock))
                    .containsExactly("1000 CLOCK_STEP venue 1 flags 0 [250123, 0, -3600000, 3599990, 0, 0]");
            assertThat(logged(1, token, held))
                    .containsExactly("1000 BACK_PRESSURE venue 1 flags 0 [250123, 0, 1234, 1099511627776, 0, 0]");
        }
        assertThat(logged(1, "CCC", clock)).as("not at beta").isEmpty();
    }

    @Test
    void aChangeOfTheAdapterIsARecordOfEveryTokenOfTheVenue() throws Exception {
        byte[] frame = HearingFrame.adapter(TIME_MS, Optional.of(ToyBuilds.REVERSED));
        long word = 0x2222_2222_2222_2222L;
        for (String token : List.of("AAA", "BBB")) {
            assertThat(logged(1, token, frame))
                    .containsExactly("1000 ADAPTER_CHANGE venue 1 flags 0 [250123, 0, " + word + ", " + word + ", "
                            + word + ", " + word + "]");
        }
        assertThat(logged(1, "CCC", frame)).as("not at beta").isEmpty();
        assertThat(logged(1, "AAA", HearingFrame.adapter(TIME_MS, Optional.empty())))
                .containsExactly("1000 ADAPTER_CHANGE venue 1 flags 0 [250123, 0, 0, 0, 0, 0]");
    }

    @ParameterizedTest
    @CsvSource({
        "binance/pawl-hearing, true",
        "binance/synthetic: market/pawl-hearing, true",
        "binance/public, false",
        "pawl-hearing, false",
        "binance/pawl-hearing/x, false"
    })
    void aFeedIsKnownByItsName(String name, boolean isIt) {
        assertThat(HearingFrame.isFeed(name)).isEqualTo(isIt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                              | it begins with no known word
            nonsense 5                                      | it begins with no known word
            ALIVE 5                                         | it begins with no known word
            alive                                           | it has 1 words, not 2
            alive x                                         | "x" is no whole number
            alive  5                                        | it has 3 words, not 2
            alive -1                                        | -1 is below 0
            alive 9223372036854775808                       | "9223372036854775808" is no whole number
            state 5 AAA TRADE whole STALE STALE             | it has 7 words, not 8
            state 5 ZZZ TRADE whole STALE STALE DATA        | no instrument "ZZZ" is configured
            state 5 aaa TRADE whole STALE STALE DATA        | no instrument "aaa" is configured
            state 5 AAA TRADES whole STALE STALE DATA       | "TRADES" is no kind of event
            state 5 AAA GAP whole STALE STALE DATA          | no stream carries GAP
            state 5 AAA CLOCK_STEP whole STALE STALE DATA   | no stream carries CLOCK_STEP
            state 5 AAA TRADE half STALE STALE DATA         | "half" is neither sampled nor whole
            state 5 AAA TRADE whole FRESH STALE DATA        | "FRESH" is no state of a feed
            state 5 AAA TRADE whole STALE fresh DATA        | "fresh" is no state of a feed
            state 5 AAA TRADE whole STALE STALE LUCK        | "LUCK" is no cause of a feed's state
            count 5 AAA TRADE whole 1 2                     | it has 7 words, not 8
            count 5 AAA TRADE whole 1 2 -3                  | -3 is below 0
            count 5 AAA TRADE whole 1.5 2 3                 | "1.5" is no whole number
            clock 5 6                                       | it has 3 words, not 4
            clock 5 -6 -7                                   | -7 is below 0
            clock 5 six 7                                   | "six" is no whole number
            held 5 -6 7                                     | -6 is below 0
            held 5 6 7 8                                    | it has 5 words, not 4
            adapter 5                                       | it has 2 words, not 3
            adapter 5 none                                  | "none" is not 64 hexadecimal digits
            adapter 5 00                                    | "00" is not 64 hexadecimal digits
            """)
    void whatCannotBeReadIsRefused(String text, String message) throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            toy.engine().hearing(0, TICK, bytes, 0, bytes.length);
            toy.engine().closeThrough(TICK);
            toy.engine().stop();
            assertThat(toy.refusals()).containsExactly(REFUSED + message + ": " + text);
            assertThat(toy.engine().counts().refusedFrames()).isEqualTo(1);
            assertThat(toy.store().list("logs")).isEmpty();
        }
    }

    @Test
    void aLongFrameIsShownCutShort() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            byte[] bytes = "alive ".concat("9".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
            toy.engine().hearing(0, TICK, bytes, 0, bytes.length);
            assertThat(toy.refusals())
                    .singleElement()
                    .asString()
                    .hasSizeLessThan(1_000)
                    .endsWith("9…");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void aTickOutOfTimeIsRefused(long tick) throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            byte[] alive = HearingFrame.alive(TIME_MS);
            toy.engine().hearing(0, tick, alive, 0, alive.length);
            assertThat(toy.refusals())
                    .containsExactly("BAD_VALUE its tick " + tick + " lies outside the years 1970 to 9999");
        }
    }

    /** Whatever the bytes are, they are taken or refused, and nothing else happens. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void brokenFramesAreTakenOrRefused(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            for (int i = 0; i < 400; i++) {
                byte[] broken = broken(random);
                int refused = toy.refusals().size();
                toy.engine().hearing(random.nextInt(2), TICK + i, broken, 0, broken.length);
                if (toy.refusals().size() > refused) {
                    assertThat(toy.refusals().getLast()).startsWith(REFUSED);
                }
            }
            toy.engine().closeThrough(TICK + 400);
            toy.engine().stop();
            assertThat(toy.engine().counts().frames()).isEqualTo(400);
            assertThat(toy.engine().counts().ticks()).as("seed %d", seed).isEqualTo(401);
        }
    }

    private static byte[] broken(SplittableRandom random) {
        byte[] whole = switch (random.nextInt(5)) {
            case 0 -> HearingFrame.alive(TIME_MS);
            case 1 -> HearingFrame.clock(TIME_MS, -5, 5);
            case 2 -> HearingFrame.held(TIME_MS, 1, 2);
            case 3 -> HearingFrame.count(TIME_MS, "AAA", EventKind.TRADE, true, 1, 2, 3);
            default ->
                HearingFrame.state(
                        TIME_MS, "AAA", EventKind.TRADE, true, FeedState.STALE, FeedState.STALE, FeedCause.DATA);
        };
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            whole[random.nextInt(whole.length)] = (byte) (random.nextBoolean() ? ' ' : random.nextInt(256));
        }
        return random.nextInt(3) > 0 ? whole : Arrays.copyOf(whole, random.nextInt(whole.length * 2));
    }
}
