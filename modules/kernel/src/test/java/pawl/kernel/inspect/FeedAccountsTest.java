package pawl.kernel.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.config.Configuration;
import pawl.kernel.contract.FeedReport;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyConfiguration;
import pawl.storage.ConfigurationFiles;
import pawl.storage.EngineLog;
import pawl.storage.LogIdentity;

/** Of the two tokens, AAA is at alpha and beta, BBB at beta alone. */
class FeedAccountsTest {
    private static final long DAY = 19_000;
    private static final LocalDate DATE = LocalDate.ofEpochDay(DAY);
    private static final long MIDNIGHT_TICK = Ticks.firstOfDay(DAY);
    private static final int AAA = 0;
    private static final int BBB = 1;
    private static final int ALPHA = 0;
    private static final int BETA = 1;

    private final HeapLogStore store = new HeapLogStore();
    private List<Token> tokens = List.of();
    private LogIdentity identity = new LogIdentity("0".repeat(64), List.of());

    @BeforeEach
    void keepConfiguration() throws Exception {
        Configuration configuration = ToyConfiguration.standard();
        ConfigurationFiles.write(store, configuration.canonicalJson());
        identity = new LogIdentity(configuration.sha256(), List.of());
        tokens = configuration.tokens();
    }

    /** A run, whose ticks are given in seconds after midnight; closing it ends it. */
    private final class Run implements AutoCloseable {
        private final EngineLog log = new EngineLog(store, identity, tokens, 1);

        private long tick(double second) {
            return MIDNIGHT_TICK + (long) (second * Ticks.TICKS_PER_SECOND);
        }

        private void event(int token, double second, EventKind kind, int venue, int flags, long... payload) {
            EventBatch batch = new EventBatch();
            batch.add(
                    kind, venue, flags, Ticks.startMs(tick(second)), 0, payload[0], payload[1], payload[2], payload[3]);
            log.events(token, tick(second), batch);
        }

        Run state(double second, FeedState from, FeedState to, FeedCause cause) throws Exception {
            event(
                    AAA,
                    second,
                    EventKind.FEED_STATE,
                    ALPHA,
                    0,
                    EventKind.TRADE.code(),
                    from.code(),
                    to.code(),
                    cause.code());
            log.commit(tick(second), tick(second));
            return this;
        }

        Run count(double second, long frames, long connects, long breaks) throws Exception {
            event(AAA, second, EventKind.FEED_COUNT, ALPHA, 0, EventKind.TRADE.code(), frames, connects, breaks);
            log.commit(tick(second), tick(second));
            return this;
        }

        Run silentThrough(double second) throws Exception {
            log.commit(tick(second), tick(second));
            return this;
        }

        @Override
        public void close() throws StorageException {
            log.close();
        }
    }

    private List<FeedReport> reports() throws Exception {
        return new FeedAccounts(store).reports(Optional.empty());
    }

    private FeedReport.Stream trades() throws Exception {
        assertThat(reports()).hasSize(1);
        return trades(reports().getFirst());
    }

    private static FeedReport.Stream trades(FeedReport report) {
        return report.streams().stream()
                .filter(stream ->
                        stream.venue().equals("alpha") && stream.kind().equals("TRADE"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutLogsThereIsNoReport() throws Exception {
        assertThat(reports()).isEmpty();
    }

    @Test
    void durationsReachToTheLastTickOfTheDay() throws Exception {
        try (Run run = new Run()) {
            run.state(10, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .state(70, FeedState.SYNCHRONIZED, FeedState.STALE, FeedCause.SILENT)
                    .state(75, FeedState.STALE, FeedState.GAP_FILL, FeedCause.DATA)
                    .state(76, FeedState.GAP_FILL, FeedState.GAP_FILL, FeedCause.GAP_UNREPAIRED)
                    .state(80, FeedState.GAP_FILL, FeedState.SYNCHRONIZED, FeedCause.GAP_REPAIRED)
                    .silentThrough(99.75);
        }
        FeedReport.Stream trades = trades();
        assertThat(trades.msInState()).isEqualTo(Map.of("SYNCHRONIZED", 80_000L, "STALE", 5_000L, "GAP_FILL", 5_000L));
        assertThat(trades.state()).isEqualTo("SYNCHRONIZED");
        assertThat(trades.unrepaired()).isEqualTo(1);
    }

    @Test
    void aStateGoesOnOverMidnightAndCountsBeginAnew() throws Exception {
        try (Run run = new Run()) {
            run.state(-100, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .count(-60, 1_000, 1, 0)
                    .silentThrough(-0.25)
                    .count(60, 1_500, 2, 1)
                    .state(100, FeedState.SYNCHRONIZED, FeedState.UNKNOWN, FeedCause.STOPPED);
        }
        assertThat(reports()).extracting(FeedReport::day).containsExactly(DATE.minusDays(1), DATE);
        FeedReport.Stream first = trades(reports().get(0));
        FeedReport.Stream second = trades(reports().get(1));
        assertThat(first.msInState()).isEqualTo(Map.of("SYNCHRONIZED", 100_000L));
        assertThat(second.msInState()).isEqualTo(Map.of("SYNCHRONIZED", 100_000L, "UNKNOWN", 250L));
        assertThat(List.of(first.frames(), first.connects(), first.breaks())).containsExactly(1_000L, 1L, 0L);
        assertThat(List.of(second.frames(), second.connects(), second.breaks())).containsExactly(500L, 1L, 1L);
        assertThat(new FeedAccounts(store).reports(Optional.of(DATE)))
                .containsExactly(reports().get(1));
    }

    /** The second run's first count may be above the first's last, or below it. */
    @Test
    void countsOfTwoRunsADayAddUp() throws Exception {
        try (Run run = new Run()) {
            run.state(10, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA);
            run.event(AAA, 20, EventKind.FEED_COUNT, ALPHA, 0, EventKind.TRADE.code(), 100, 1, 0);
            run.state(20, FeedState.SYNCHRONIZED, FeedState.UNKNOWN, FeedCause.STOPPED);
        }
        try (Run run = new Run()) {
            run.state(30, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .count(40, 5_000, 3, 2)
                    .count(50, 5_500, 3, 2)
                    .state(60, FeedState.SYNCHRONIZED, FeedState.UNKNOWN, FeedCause.STOPPED);
        }
        try (Run run = new Run()) {
            run.state(70, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .count(80, 10, 1, 0)
                    .state(81, FeedState.SYNCHRONIZED, FeedState.UNKNOWN, FeedCause.STOPPED);
        }
        FeedReport.Stream trades = trades();
        assertThat(List.of(trades.frames(), trades.connects(), trades.breaks())).containsExactly(5_610L, 5L, 2L);
        assertThat(trades.msInState()).containsEntry("SYNCHRONIZED", 51_000L);
    }

    /** In the flush a state stands before a count of the same millisecond. */
    @Test
    void aCountOfTheVeryTimeOfTheEndIsOfTheRunThatEnds() throws Exception {
        try (Run run = new Run()) {
            run.state(10, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .count(20, 100, 1, 0);
            run.event(
                    AAA,
                    30,
                    EventKind.FEED_STATE,
                    ALPHA,
                    0,
                    EventKind.TRADE.code(),
                    FeedState.SYNCHRONIZED.code(),
                    FeedState.UNKNOWN.code(),
                    FeedCause.STOPPED.code());
            run.count(30, 150, 1, 0);
        }
        assertThat(trades().frames()).isEqualTo(150);
    }

    /** A process that was killed could not say that it ended; what went by is no time in which it was synchronized. */
    @Test
    void afterAnOutageTheNextWordSaysWhetherTheRunIsAnother() throws Exception {
        try (Run run = new Run()) {
            run.state(10, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .count(15, 100, 1, 0)
                    .silentThrough(19.75);
        }
        try (Run run = new Run()) {
            run.log.outage(AAA, run.tick(50), run.tick(20), run.tick(49.75));
            run.silentThrough(50)
                    .state(53, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .count(60, 200, 1, 0)
                    .silentThrough(62.75);
        }
        FeedReport report = reports().getFirst();
        assertThat(report.outages()).isEqualTo(1);
        assertThat(trades(report).msInState()).isEqualTo(Map.of("SYNCHRONIZED", 20_000L, "UNKNOWN", 33_000L));
        assertThat(trades(report).frames()).isEqualTo(300);
    }

    @Test
    void aPauseOfTheProcessIsNoOtherRun() throws Exception {
        try (Run run = new Run()) {
            run.state(10, FeedState.UNKNOWN, FeedState.SYNCHRONIZED, FeedCause.DATA)
                    .count(15, 100, 1, 0)
                    .silentThrough(19.75);
            run.log.outage(AAA, run.tick(50), run.tick(20), run.tick(49.75));
            run.silentThrough(50)
                    .state(53, FeedState.SYNCHRONIZED, FeedState.STALE, FeedCause.CONNECTION_BROKEN)
                    .count(60, 150, 1, 1)
                    .silentThrough(62.75);
        }
        assertThat(trades().msInState())
                .isEqualTo(Map.of("SYNCHRONIZED", 13_000L, "UNKNOWN", 30_000L, "STALE", 10_000L));
        assertThat(trades().frames()).isEqualTo(150);
    }

    @Test
    void eventsAndGapsAreCountedByStream() throws Exception {
        try (Run run = new Run()) {
            run.event(AAA, 10, EventKind.TRADE, ALPHA, 0, 1, 1, 1, 0);
            run.event(AAA, 10, EventKind.GAP, ALPHA, 0, 101, 105, 0, 0);
            run.event(AAA, 10, EventKind.TRADE, ALPHA, 0, 1, 1, 106, 0);
            run.event(AAA, 10, EventKind.TRADE, ALPHA, EventFlag.BACKFILLED, 1, 1, 101, 0);
            run.event(AAA, 10, EventKind.TRADE, BETA, 0, 1, 1, 1, 0);
            run.event(BBB, 10, EventKind.LIQUIDATION, BETA, EventFlag.SAMPLED, 1, 1, 1, 1);
            run.silentThrough(10);
        }
        List<FeedReport.Stream> streams = reports().getFirst().streams();
        assertThat(streams)
                .extracting(stream -> stream.venue() + " " + stream.token() + " " + stream.kind())
                .containsExactly("alpha AAA TRADE", "beta AAA TRADE", "beta BBB LIQUIDATION");
        FeedReport.Stream trades = streams.getFirst();
        assertThat(List.of(trades.logged(), trades.backfilled(), trades.gaps(), trades.missingIds()))
                .containsExactly(3L, 1L, 1L, 5L);
        assertThat(trades.msInState()).as("no word of its state was heard").isEmpty();
    }

    /** Recordings of others say nothing of states, on any day. */
    @Test
    void withoutAWordOfItAStateLastsNoTime() throws Exception {
        try (Run run = new Run()) {
            run.event(AAA, -10, EventKind.TRADE, ALPHA, 0, 1, 1, 1, 0);
            run.silentThrough(-10);
            run.event(AAA, 10, EventKind.TRADE, ALPHA, 0, 1, 1, 1, 0);
            run.silentThrough(10);
        }
        assertThat(reports())
                .hasSize(2)
                .allSatisfy(report -> assertThat(trades(report).msInState()).isEmpty());
    }

    /** AAA's log has each twice, once for each of its venues. */
    @Test
    void stepsOfTheClockAndPausesAreCountedOnce() throws Exception {
        try (Run run = new Run()) {
            for (int venue : new int[] {ALPHA, BETA}) {
                run.event(AAA, 10, EventKind.CLOCK_STEP, venue, 0, -700, 700, 0, 0);
                run.event(AAA, 10, EventKind.BACK_PRESSURE, venue, 0, 30, 1, 0, 0);
            }
            run.event(BBB, 10, EventKind.CLOCK_STEP, BETA, 0, -700, 700, 0, 0);
            run.event(BBB, 10, EventKind.BACK_PRESSURE, BETA, 0, 30, 1, 0, 0);
            run.silentThrough(10);
            run.event(AAA, 11, EventKind.CLOCK_STEP, ALPHA, 0, 900, 0, 0, 0);
            run.event(AAA, 11, EventKind.BACK_PRESSURE, ALPHA, 0, 12, 1, 0, 0);
            run.silentThrough(11);
        }
        FeedReport report = reports().getFirst();
        assertThat(report.clockStepsMs()).containsExactly(-700L, 900L);
        assertThat(report.backPressureMs()).isEqualTo(42);
    }

    @Test
    void whatIsSyntheticSaysSo() throws Exception {
        assertThat(identity.isSynthetic()).isFalse();
        identity = new LogIdentity(identity.configurationSha256(), List.of(), true);
        try (Run run = new Run()) {
            run.count(10, 1, 1, 0);
        }
        assertThat(reports().getFirst().isSynthetic()).isTrue();
    }
}
