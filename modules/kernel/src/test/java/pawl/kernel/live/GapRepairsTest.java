package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.token.Token;
import pawl.kernel.toy.ToyPlan;
import pawl.transport.PollPlan;

class GapRepairsTest {
    private static final Token AAA = ToyPlan.TOKENS.get(0);
    private static final Token BBB = ToyPlan.TOKENS.get(1);
    private static final String BEGUN = "alpha: state 5 AAA TRADE whole SYNCHRONIZED GAP_FILL GAP_FOUND";

    private final LivePlan plan = ToyProtocol.planOf(ToyPlan.STANDARD.plan());
    private final FrameQueue queue = new FrameQueue(1 << 12);
    private final HearingLines given = new HearingLines();
    private final ToldLines told = new ToldLines();
    private final Fetches fetches = new Fetches();
    private final StreamStates states = new StreamStates(plan, false, given, told);
    private final GapRepairs repairs =
            new GapRepairs(plan, states, new TransportSide(queue, plan, () -> 0, () -> 0), told);

    @BeforeEach
    void synchronize() throws Exception {
        states.heard(0, FeedState.SYNCHRONIZED, FeedCause.DATA, 1, "data came");
        given.take();
        told.streams().clear();
    }

    private void find(long first, long last) throws Exception {
        repairs.gap(0, AAA, first, last, false);
        repairs.begin(fetches, 5);
    }

    /** Answers the oldest request, and passes on what comes of it, as the driver does. */
    private void answer(String failure, long timeMs) throws Exception {
        fetches.answerFirst(failure);
        while (queue.next()) {
            assertThat(queue.kind()).isEqualTo(EntryKind.REPAIR);
            String text = new String(queue.bytes(), queue.offset(), queue.length(), StandardCharsets.UTF_8);
            repairs.ended(queue.feed(), text, fetches, timeMs);
        }
    }

    @Test
    void insideATickAGapIsOnlyNoted() throws Exception {
        repairs.gap(0, AAA, 100, 105, false);
        assertThat(fetches.isEmpty()).isTrue();
        repairs.begin(fetches, 5);
        assertThat(fetches.texts()).containsExactly("alpha /trades?AAA&100&105");
        assertThat(given.take()).containsExactly(BEGUN);
        repairs.begin(fetches, 6);
        assertThat(fetches.texts()).as("asked once").hasSize(1);
    }

    @Test
    void aRequestNamesItsStreamAndFramesItsBody() throws Exception {
        find(100, 105);
        PollPlan asked = fetches.first();
        assertThat(plan.feeds().get(asked.feed()).name()).isEqualTo("alpha/rest");
        assertThat(asked.stream()).isZero();
        assertThat(asked.name()).isEqualTo("AAA@TRADE");
        assertThat(asked.uri()).hasToString("https://toy.invalid/trades?AAA&100&105");
        assertThat(asked.weight()).isEqualTo(1);
        assertThat(asked.before() + "…" + asked.after()).isEqualTo("AAA(…)");
    }

    @Test
    void whatHasComeEndsIt() throws Exception {
        find(100, 105);
        answer("", 7);
        assertThat(given.take())
                .containsExactly(BEGUN, "alpha: state 7 AAA TRADE whole GAP_FILL SYNCHRONIZED GAP_REPAIRED");
        assertThat(told.streams())
                .containsExactly(
                        "alpha AAA@TRADE SYNCHRONIZED>GAP_FILL: trades 100 to 105 are missing",
                        "alpha AAA@TRADE GAP_FILL>SYNCHRONIZED: trades 100 to 105 have come");
    }

    @Test
    void aLongGapIsAskedForPageByPage() throws Exception {
        find(100, 124);
        List<String> asked = new ArrayList<>();
        while (!fetches.isEmpty()) {
            asked.addAll(fetches.texts());
            answer("", 7);
        }
        assertThat(asked)
                .containsExactly("alpha /trades?AAA&100&109", "alpha /trades?AAA&110&119", "alpha /trades?AAA&120&124");
        assertThat(given.take()).hasSize(2);
    }

    @Test
    void aPageThatFailedIsAskedForAgainAndNoneBeforeIt() throws Exception {
        find(100, 124);
        answer("", 10);
        answer("HTTP 500", 1_000);
        assertThat(fetches.isEmpty()).isTrue();
        repairs.again(fetches, 1_999);
        assertThat(fetches.isEmpty()).as("a second has not gone by").isTrue();
        repairs.again(fetches, 2_000);
        assertThat(fetches.texts()).containsExactly("alpha /trades?AAA&110&119");
        repairs.again(fetches, 9_000);
        assertThat(fetches.texts()).as("it is not asked for twice at once").hasSize(1);
    }

    @Test
    void theWaitDoublesUpToAMinuteAndTheTenthFailureEndsIt() throws Exception {
        find(100, 105);
        long timeMs = 0;
        List<Long> waitsMs = new ArrayList<>();
        for (int failures = 1; failures < 10; failures++) {
            answer("HTTP 500", timeMs);
            long since = timeMs;
            while (fetches.isEmpty()) {
                timeMs += 500;
                repairs.again(fetches, timeMs);
            }
            waitsMs.add(timeMs - since);
        }
        assertThat(waitsMs)
                .containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L, 60_000L);
        assertThat(given.take()).containsExactly(BEGUN);
        answer("HTTP 500", 777_000);
        repairs.again(fetches, 999_000);
        assertThat(fetches.isEmpty()).isTrue();
        assertThat(given.take())
                .containsExactly("alpha: state 777000 AAA TRADE whole GAP_FILL SYNCHRONIZED GAP_UNREPAIRED");
        assertThat(told.streams().getLast())
                .isEqualTo("alpha AAA@TRADE GAP_FILL>SYNCHRONIZED: trades 100 to 105 stay missing: HTTP 500");
    }

    @Test
    void whatTheVenueGivesToNobodyIsNotAskedFor() throws Exception {
        repairs.gap(0, AAA, 100, 105, true);
        repairs.gap(0, AAA, 5, 7, false);
        repairs.begin(fetches, 5);
        assertThat(fetches.isEmpty()).isTrue();
        assertThat(given.take())
                .hasSize(2)
                .containsOnly("alpha: state 5 AAA TRADE whole SYNCHRONIZED SYNCHRONIZED GAP_UNREPAIRED");
        assertThat(told.streams())
                .containsExactly(
                        "alpha AAA@TRADE SYNCHRONIZED>SYNCHRONIZED: aggregates 100 to 105 are missing, and the venue"
                                + " gives them to nobody",
                        "alpha AAA@TRADE SYNCHRONIZED>SYNCHRONIZED: trades 5 to 7 are missing, and the venue gives"
                                + " them to nobody");
    }

    @Test
    void gapsOfSeveralStreamsAreFetchedSideBySide() throws Exception {
        repairs.gap(1, BBB, 100, 101, false);
        repairs.gap(0, AAA, 200, 201, false);
        repairs.begin(fetches, 5);
        assertThat(fetches.texts()).containsExactly("beta /trades?bbb&100&101", "alpha /trades?AAA&200&201");
        answer("", 7);
        answer("", 8);
        assertThat(told.streams())
                .contains("beta bbb@TRADE UNKNOWN>UNKNOWN: trades 100 to 101 have come")
                .contains("alpha AAA@TRADE GAP_FILL>SYNCHRONIZED: trades 200 to 201 have come");
    }

    @Test
    void atTheStopWhatHasNotComeStaysMissing() throws Exception {
        find(100, 124);
        repairs.gap(0, AAA, 200, 201, false);
        repairs.stopped(9);
        assertThat(told.streams())
                .endsWith(
                        "alpha AAA@TRADE GAP_FILL>SYNCHRONIZED: trades 100 to 124 stay missing: the run ends",
                        "alpha AAA@TRADE SYNCHRONIZED>SYNCHRONIZED: trades 200 to 201 stay missing: the run ends");
        repairs.stopped(10);
        assertThat(given.take()).as("told once").hasSize(3);
    }

    /** A frame of the hearing closes the ticks before its own. */
    @Test
    void whatIsFoundWhileTheStopIsToldStaysMissingToo() throws Exception {
        List<GapRepairs> itself = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        HearingGiver closing = (venue, frame) -> {
            lines.add(new String(frame, StandardCharsets.UTF_8));
            if (lines.size() < 3) {
                itself.getFirst().gap(0, AAA, 300, 301, false);
            }
        };
        StreamStates closingStates = new StreamStates(plan, false, closing, told);
        itself.add(new GapRepairs(plan, closingStates, new TransportSide(queue, plan, () -> 0, () -> 0), told));
        itself.getFirst().gap(0, AAA, 200, 201, false);
        itself.getFirst().stopped(9);
        assertThat(lines).hasSize(3).containsOnly("state 9 AAA TRADE whole UNKNOWN UNKNOWN GAP_UNREPAIRED");
    }

    @Test
    void anEndOfNothingIsAFault() {
        assertThatIllegalStateException()
                .isThrownBy(() -> repairs.ended(77, "", fetches, 5))
                .withMessage("a request for repair 77 ended, and there is no such repair");
    }
}
