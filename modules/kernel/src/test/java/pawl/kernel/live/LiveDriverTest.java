package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pawl.kernel.live.LiveToy.ALPHA_FEED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.token.Ticks;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.storage.RecordType;
import pawl.transport.FeedState;
import pawl.transport.StateCause;

/** The toys' outage is one of more than 20 ticks; a run that hears nothing says every tenth that it is alive. */
class LiveDriverTest {
    private static final long FIRST_TICK = 5_000_000;

    @TempDir
    Path folder;

    private LiveToy toy;

    private LiveToy toy() {
        toy = new LiveToy(
                new HandClock(FIRST_TICK * Ticks.TICK_NS), new HeapLogStore(), Optional.of(folder.resolve("capture")));
        return toy;
    }

    private static List<Long> ticks(long first, long last) {
        return LongStream.rangeClosed(FIRST_TICK + first, FIRST_TICK + last)
                .boxed()
                .toList();
    }

    /** Every test ends with it: what was recorded gives the same files. */
    private void assertReplays() throws Exception {
        SameFiles.assertSame(toy.replayed(), toy.store());
        assertThat(toy.told().problems()).isEmpty();
    }

    private List<String> tradesOf(String symbol) throws Exception {
        return LogTexts.ofToken(toy.store(), symbol, RecordType.TRADE).stream()
                .map(text -> Long.parseLong(text.split(" ")[0]) - FIRST_TICK + " id " + text.split(" ")[7])
                .map(text -> text.replaceAll("[,\\]]", ""))
                .toList();
    }

    @Test
    void aFrameIsOfTheTickInWhichItArrives() throws Exception {
        toy();
        for (int i = 0; i < 6; i++) {
            long id = 100 + i;
            toy.at(249 * i + 1, () -> toy.trade("AAA", id));
        }
        toy.at(1_600, toy.stop()::request);
        toy.run(false);
        assertThat(tradesOf("AAA"))
                .containsExactly("0 id 100", "1 id 101", "1 id 102", "2 id 103", "3 id 104", "4 id 105");
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(ticks(0, 6));
        assertThat(toy.told().ticks()).isEqualTo(ticks(0, 6));
        assertReplays();
    }

    @Test
    void aFrameOfATickThatIsClosedIsOfTheOneThatIsOpen() throws Exception {
        toy();
        toy.at(100, () -> toy.trade("AAA", 100));
        toy.at(900, () -> toy.queue().put(EntryKind.FRAME, ALPHA_FEED, FIRST_TICK * Ticks.TICK_NS, trade(101), 0, 23));
        toy.at(1_300, toy.stop()::request);
        toy.run(false);
        assertThat(tradesOf("AAA")).containsExactly("0 id 100", "3 id 101");
        assertReplays();
    }

    private static byte[] trade(long id) {
        return ("T AAA 1250000 " + id + " 10 1 B").getBytes(StandardCharsets.UTF_8);
    }

    /** More frames than are taken between two readings of the clock, and words about streams among them. */
    @Test
    void anEngineThatWasHeldUpCatchesUpTickByTick() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 1_000));
        toy.at(300, () -> {
            for (int i = 0; i < 60; i++) {
                for (int j = 0; j < 20; j++) {
                    toy.trade("AAA", 1_001 + i * 20 + j);
                }
                FeedState state = i % 2 == 0 ? FeedState.SYNCHRONIZED : FeedState.STALE;
                toy.side().streamState("beta", 1, state, StateCause.DATA, "so it is");
                toy.hand().pass(250_000_000);
            }
        });
        toy.at(16_000, toy.stop()::request);
        toy.run(false);
        List<String> expected = new ArrayList<>(List.of("0 id 1000"));
        for (int i = 0; i < 60 * 20; i++) {
            expected.add(1 + i / 20 + " id " + (1_001 + i));
        }
        assertThat(tradesOf("AAA")).isEqualTo(expected);
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(ticks(0, 64));
        assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.OUTAGE)).isEmpty();
        assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.BACK_PRESSURE))
                .as("8 KiB were too few")
                .isNotEmpty();
        assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.FEED_STATE))
                .as("each in its tick, and one at the end")
                .extracting(text -> Long.parseLong(text.split(" ")[0]) - FIRST_TICK)
                .isEqualTo(LongStream.concat(LongStream.rangeClosed(1, 60), LongStream.of(64))
                        .boxed()
                        .toList());
        assertReplays();
    }

    @ParameterizedTest(name = "{0} ms")
    @ValueSource(ints = {300, 2_000, 4_700})
    void aShortPauseOfTheProcessRunsAsEmptyTicks(int pauseMs) throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(120, () -> toy.hand().pass(pauseMs * 1_000_000L));
        toy.at(6_000, toy.stop()::request);
        toy.run(false);
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(ticks(0, 24));
        assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.OUTAGE)).isEmpty();
        assertReplays();
    }

    /** In a silence, too: the ticks that were run before are none of it, in a replay neither. */
    @ParameterizedTest(name = "after {0} ms of silence")
    @ValueSource(ints = {10, 300, 600, 2_300, 2_490, 2_510})
    void aLongPauseOfTheProcessIsOneOutage(int silentMs) throws Exception {
        toy();
        toy.at(5, () -> toy.trade("AAA", 100));
        toy.at(silentMs, () -> toy.hand().pass(60_000_000_000L));
        toy.at(61_000 + silentMs, toy.stop()::request);
        toy.run(false);
        assertThat(LogTexts.ofToken(toy.store(), "CCC", RecordType.OUTAGE)).hasSize(1);
        List<Long> committed = LogTexts.committedTicks(toy.store());
        assertThat(committed).startsWith(FIRST_TICK).hasSizeLessThan(20).doesNotHaveDuplicates();
        assertThat(committed.getLast() - committed.getFirst()).isBetween(243L, 260L);
        assertReplays();
    }

    @Test
    void aQuietMarketIsNoOutage() throws Exception {
        toy();
        toy.at(100_000, toy.stop()::request);
        toy.run(false);
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(ticks(0, 400));
        assertThat(LogTexts.ofToken(toy.store(), "CCC", RecordType.OUTAGE)).isEmpty();
        assertThat(toy.told().progress()).as("each tenth second").hasSize(9);
        assertReplays();
    }

    @Test
    void aClockSetBackIsToldAndNoTickRunsTwice() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(1_110, () -> toy.hand().step(-3_600_000_000_000L));
        toy.at(1_510, () -> toy.trade("AAA", 101));
        toy.at(2_010, toy.stop()::request);
        toy.run(false);
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(ticks(0, 8));
        assertThat(tradesOf("AAA")).containsExactly("0 id 100", "6 id 101");
        assertThat(toy.told().notices())
                .containsExactly("this host's clock was set by -3600000 ms; the engine's time goes on, 3600000 ms ahead"
                        + " of it");
        assertThat(LogTexts.ofToken(toy.store(), "CCC", RecordType.CLOCK_STEP))
                .singleElement()
                .asString()
                .startsWith(FIRST_TICK + 4 + " CLOCK_STEP venue 0 flags 0 [")
                .endsWith(", 0, -3600000, 3600000, 0, 0]");
        assertReplays();
    }

    /** The day before is over and stays so, and the new one's files go on. */
    @Test
    void aClockSetBackAcrossMidnightBeginsNoDayAnew() throws Exception {
        long midnight = Ticks.firstOfDay(20_000);
        toy = new LiveToy(
                new HandClock((midnight - 2) * Ticks.TICK_NS),
                new HeapLogStore(),
                Optional.of(folder.resolve("capture")));
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(710, () -> toy.trade("AAA", 101));
        toy.at(1_110, () -> toy.hand().step(-30_000_000_000L));
        toy.at(1_510, () -> toy.trade("AAA", 102));
        toy.at(2_010, toy.stop()::request);
        toy.run(false);
        assertThat(LogTexts.committedTicks(toy.store()))
                .isEqualTo(LongStream.rangeClosed(midnight - 2, midnight + 6)
                        .boxed()
                        .toList());
        assertThat(toy.store().list("ticks")).containsExactly("ticks/2024-10-03.log", "ticks/2024-10-04.log");
        assertThat(LogTexts.ofToken(toy.store(), "CCC", RecordType.CLOCK_STEP)).hasSize(1);
        assertReplays();

        // By the host's clock it is the day before: the folder's last tick is still to come.
        LiveToy first = toy;
        toy = new LiveToy(first.hand(), first.store(), Optional.empty());
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> toy.run(true))
                .withMessageContaining("set the clock right, or wait for");
    }

    @Test
    void aClockSetForwardIsToldAndSkipsAnOutage() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(1_110, () -> toy.hand().step(100_000_000_000L));
        toy.at(2_010, toy.stop()::request);
        toy.run(false);
        List<Long> expected = new ArrayList<>(ticks(0, 4));
        expected.addAll(ticks(404, 408));
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(expected);
        assertThat(toy.told().notices()).containsExactly("this host's clock was set by 100000 ms");
        assertReplays();
    }

    @Test
    void aStopEndsAtATicksEndWithSnapshots() throws Exception {
        toy();
        toy.at(10, () -> toy.side().streamState("alpha", 0, FeedState.SYNCHRONIZED, StateCause.DATA, "data came"));
        toy.at(700, () -> toy.trade("AAA", 100));
        toy.at(710, toy.stop()::request);
        toy.run(false);
        assertThat(toy.hand().wallNs()).isGreaterThanOrEqualTo((FIRST_TICK + 3) * Ticks.TICK_NS);
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(ticks(0, 2));
        assertThat(toy.store().list("snapshots")).hasSize(3);
        assertThat(toy.told().streams())
                .containsExactly(
                        "alpha AAA@TRADE UNKNOWN>SYNCHRONIZED: data came",
                        "alpha AAA@TRADE SYNCHRONIZED>UNKNOWN: the run ends");
        assertReplays();
    }

    @Test
    void aStopBeforeAnythingWasHeardRunsOneTick() throws Exception {
        toy();
        toy.stop().request();
        toy.run(false);
        assertThat(LogTexts.committedTicks(toy.store())).isEqualTo(ticks(0, 0));
        assertReplays();
    }

    @Test
    void whatStillWaitsBesideTheRingAtTheStopIsNotLost() throws Exception {
        toy();
        toy.at(10, () -> {
            for (int i = 0; i < 1_000; i++) {
                toy.trade("AAA", 100 + i);
            }
            toy.stop().request();
        });
        toy.run(false);
        assertThat(tradesOf("AAA")).hasSize(1_000);
        assertReplays();
    }

    @Test
    void aRunGoesOnWithTheOneBeforeAndWhatLiesBetweenIsAnOutage() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(1_900, toy.stop()::request);
        toy.run(false);
        LiveToy first = toy;
        first.hand().pass(30_000_000_000L);
        toy = new LiveToy(first.hand(), first.store(), Optional.of(folder.resolve("capture")));
        toy.at(100, () -> toy.trade("AAA", 101));
        toy.at(800, toy.stop()::request);
        toy.run(true);
        assertThat(LogTexts.ofToken(toy.store(), "BBB", RecordType.OUTAGE))
                .containsExactly(FIRST_TICK + 128 + " OUTAGE " + (FIRST_TICK + 8) + "-" + (FIRST_TICK + 127));
        SameFiles.assertSameLogs(toy.replayed(), toy.store());
    }

    @Test
    void aFolderOfTheFutureIsRefused() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(1_000, toy.stop()::request);
        toy.run(false);
        toy = new LiveToy(new HandClock((FIRST_TICK - 100) * Ticks.TICK_NS), toy.store(), Optional.empty());
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> toy.run(true))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE))
                .withMessage("the data folder holds tick 5000004 and by this host's clock it is tick 4999900 now: set"
                        + " the clock right, or wait for 27 s");
    }

    @Test
    void countsAreAskedForEachHour() throws Exception {
        toy();
        long toTheHourMs = 3_600_000 - Ticks.startMs(FIRST_TICK) % 3_600_000;
        toy.at(1_000, () -> toy.hand().step((toTheHourMs - 3_000) * 1_000_000));
        toy.at(1_800, () -> assertThat(toy.fetches().reportsAskedFor()).isZero());
        toy.at(2_900, () -> toy.hand().pass(1_700_000_000)); // Whatever tick it comes to.
        toy.at(6_000, toy.stop()::request);
        toy.run(false);
        assertThat(toy.fetches().reportsAskedFor()).isEqualTo(1);
        assertReplays();
    }

    @Test
    void whatWasMissedIsFetchedAndEntersWhereItArrives() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(20, () -> toy.side().streamState("alpha", 0, FeedState.SYNCHRONIZED, StateCause.DATA, "data came"));
        toy.at(300, () -> toy.trade("AAA", 103));
        toy.at(700, () -> {
            assertThat(toy.fetches().texts()).containsExactly("alpha /trades?AAA&101&102");
            toy.frame(ALPHA_FEED, "F AAA 1250000000 101 10 1 B;F AAA 1250000001 102 10 1 B");
            toy.fetches().answerFirst("");
        });
        toy.at(900, toy.stop()::request);
        toy.run(false);
        assertThat(tradesOf("AAA")).containsExactly("0 id 100", "1 id 103", "2 id 101", "2 id 102");
        assertThat(toy.told().streams())
                .containsExactly(
                        "alpha AAA@TRADE UNKNOWN>SYNCHRONIZED: data came",
                        "alpha AAA@TRADE SYNCHRONIZED>GAP_FILL: trades 101 to 102 are missing",
                        "alpha AAA@TRADE GAP_FILL>SYNCHRONIZED: trades 101 to 102 have come",
                        "alpha AAA@TRADE SYNCHRONIZED>UNKNOWN: the run ends");
        assertReplays();
    }
}
