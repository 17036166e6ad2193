package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.kernel.toy.ToyPlan;

/** Positions: AAA's trades at alpha are 0, its liquidations 1; alpha's polls 6 to 8; beta's aaa@TRADE 9. */
class StreamStatesTest {
    private static final int TRADES = 0;
    private static final int LIQUIDATIONS = 1;

    private final HearingLines given = new HearingLines();
    private final ToldLines told = new ToldLines();
    private StreamStates states = states(false);

    private StreamStates states(boolean resumes) {
        return new StreamStates(ToyProtocol.planOf(ToyPlan.STANDARD.plan()), resumes, given, told);
    }

    private void synchronize() throws Exception {
        states.heard(TRADES, FeedState.SYNCHRONIZED, FeedCause.DATA, 1, "data came");
        given.take();
        told.streams().clear();
    }

    @Test
    void streamsAreCountedThroughAllVenues() {
        assertThat(states.count()).isEqualTo(15);
        assertThat(states.stream(LIQUIDATIONS).stream().name()).isEqualTo("AAA@LIQUIDATION");
        assertThat(states.stream(6).isPoll()).isTrue();
        assertThat(states.stream(9).stream().name()).isEqualTo("aaa@TRADE");
        assertThat(states.countOf(FeedState.UNKNOWN)).isEqualTo(15);
    }

    @Test
    void aChangeIsToldOnce() throws Exception {
        states.heard(LIQUIDATIONS, FeedState.SYNCHRONIZED, FeedCause.DATA, 5, "data came");
        states.heard(LIQUIDATIONS, FeedState.SYNCHRONIZED, FeedCause.DATA, 6, "data came");
        states.heard(LIQUIDATIONS, FeedState.STALE, FeedCause.SILENT, 7, "silent for 5 s");
        states.heard(LIQUIDATIONS, FeedState.STALE, FeedCause.CONNECTION_BROKEN, 8, "broken, too");
        assertThat(given.take())
                .containsExactly(
                        "alpha: state 5 AAA LIQUIDATION sampled UNKNOWN SYNCHRONIZED DATA",
                        "alpha: state 7 AAA LIQUIDATION sampled SYNCHRONIZED STALE SILENT");
        assertThat(told.streams())
                .containsExactly(
                        "alpha AAA@LIQUIDATION UNKNOWN>SYNCHRONIZED: data came",
                        "alpha AAA@LIQUIDATION SYNCHRONIZED>STALE: silent for 5 s");
        assertThat(states.countOf(FeedState.STALE)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FeedState.class)
    void everyStateOfTheTransportHasItsName(FeedState state) {
        assertThat(Translation.of(pawl.transport.FeedState.valueOf(state.name())))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(pawl.transport.StateCause.class)
    void everyCauseOfTheTransportHasItsNameAndCode(pawl.transport.StateCause cause) {
        assertThat(Translation.of(cause).name()).isEqualTo(cause.name());
        assertThat(Translation.of(cause).code()).isEqualTo(cause.code());
    }

    @Test
    void aGapIsFilledAndRepaired() throws Exception {
        synchronize();
        states.repairBegins(TRADES, 5, "missing");
        states.repairEnds(TRADES, FeedCause.GAP_REPAIRED, 6, "have come");
        assertThat(given.take())
                .containsExactly(
                        "alpha: state 5 AAA TRADE whole SYNCHRONIZED GAP_FILL GAP_FOUND",
                        "alpha: state 6 AAA TRADE whole GAP_FILL SYNCHRONIZED GAP_REPAIRED");
    }

    @Test
    void ofSeveralGapsEachEndIsTold() throws Exception {
        synchronize();
        states.repairBegins(TRADES, 5, "one");
        states.repairBegins(TRADES, 6, "another");
        states.repairEnds(TRADES, FeedCause.GAP_UNREPAIRED, 7, "stay missing");
        states.repairEnds(TRADES, FeedCause.GAP_REPAIRED, 8, "have come");
        assertThat(given.take())
                .containsExactly(
                        "alpha: state 5 AAA TRADE whole SYNCHRONIZED GAP_FILL GAP_FOUND",
                        "alpha: state 7 AAA TRADE whole GAP_FILL GAP_FILL GAP_UNREPAIRED",
                        "alpha: state 8 AAA TRADE whole GAP_FILL SYNCHRONIZED GAP_REPAIRED");
    }

    /** What is not heard is stale, whatever is being fetched for it. */
    @Test
    void aBreakDuringARepairIsToldAndAnEndOfItToo() throws Exception {
        synchronize();
        states.repairBegins(TRADES, 5, "missing");
        states.heard(TRADES, FeedState.STALE, FeedCause.CONNECTION_BROKEN, 6, "broken");
        states.heard(TRADES, FeedState.SYNCHRONIZED, FeedCause.DATA, 7, "data came");
        states.heard(TRADES, FeedState.STALE, FeedCause.CONNECTION_BROKEN, 8, "broken");
        states.repairEnds(TRADES, FeedCause.GAP_REPAIRED, 9, "have come");
        assertThat(given.take())
                .containsExactly(
                        "alpha: state 5 AAA TRADE whole SYNCHRONIZED GAP_FILL GAP_FOUND",
                        "alpha: state 6 AAA TRADE whole GAP_FILL STALE CONNECTION_BROKEN",
                        "alpha: state 7 AAA TRADE whole STALE GAP_FILL DATA",
                        "alpha: state 8 AAA TRADE whole GAP_FILL STALE CONNECTION_BROKEN",
                        "alpha: state 9 AAA TRADE whole STALE STALE GAP_REPAIRED");
    }

    @ParameterizedTest
    @CsvSource({"true, BACKFILL", "false, GAP_FILL"})
    void theFirstThingMissedByARunThatGoesOnIsWhatWasBeforeIt(boolean resumes, FeedState first) throws Exception {
        states = states(resumes);
        synchronize();
        states.repairBegins(TRADES, 5, "one");
        assertThat(states.told(TRADES)).isEqualTo(first);
        states.repairEnds(TRADES, FeedCause.GAP_REPAIRED, 6, "have come");
        states.repairBegins(TRADES, 7, "another");
        assertThat(states.told(TRADES)).isEqualTo(FeedState.GAP_FILL);
    }

    @Test
    void whatCannotBeAskedForIsToldAndChangesNothing() throws Exception {
        synchronize();
        states.notRepairable(TRADES, 5, "nobody gives them");
        assertThat(given.take())
                .containsExactly("alpha: state 5 AAA TRADE whole SYNCHRONIZED SYNCHRONIZED GAP_UNREPAIRED");
        assertThat(states.told(TRADES)).isEqualTo(FeedState.SYNCHRONIZED);
    }

    @Test
    void atTheStopOnlyStreamsThatWereKnownAreTold() throws Exception {
        synchronize();
        states.stopped(9);
        assertThat(given.take()).containsExactly("alpha: state 9 AAA TRADE whole SYNCHRONIZED UNKNOWN STOPPED");
        assertThat(states.countOf(FeedState.UNKNOWN)).isEqualTo(15);
    }
}
