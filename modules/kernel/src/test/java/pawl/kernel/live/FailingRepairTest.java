package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedState;
import pawl.api.token.Instrument;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.toy.ToyPlan;

/** A plugin that fails when it is to say how to ask for missed trades leaves them missing, and the run goes on. */
class FailingRepairTest {
    private static final EnginePlan.Venue ALPHA =
            ToyPlan.STANDARD.plan().venues().getFirst();

    /** Answers the first so many times. */
    private record Failing(ToyProtocol sound, String how, int[] soundAnswers) implements FeedProtocol {
        @Override
        public FeedPlan plan() {
            return sound.plan();
        }

        @Override
        public List<Subscription> subscribe(List<String> streams, long firstRequestId) {
            return sound.subscribe(streams, firstRequestId);
        }

        @Override
        public Optional<String> ping() {
            return sound.ping();
        }

        @Override
        public void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
            sound.hear(bytes, offset, length, hearing);
        }

        @Override
        public Optional<Repair> repair(int instrument, long first, long last, boolean areAggregates) {
            if (soundAnswers[0]-- > 0) {
                return sound.repair(instrument, first, last, areAggregates);
            }
            return switch (how) {
                case "throws" -> throw new IllegalStateException("broken");
                case "misses a class" -> throw new NoClassDefFoundError("gone");
                case "goes backward" -> Optional.of(new Repair("/trades", 1, "", "", first - 1));
                default -> throw new AssertionError(how);
            };
        }
    }

    private final HearingLines given = new HearingLines();
    private final ToldLines told = new ToldLines();
    private final Fetches fetches = new Fetches();
    private final FrameQueue queue = new FrameQueue(1 << 12);

    private GapRepairs repairs(String how, int soundAnswers) throws Exception {
        List<Instrument> instruments = ALPHA.instruments();
        LivePlan plan = new LivePlan();
        plan.hear(new HearingPlanner(Optional.empty())
                .plan(
                        new HearingPlanner.ListenedVenue(
                                0, "alpha", "exchange-alpha", new Failing(new ToyProtocol(instruments), how, new int[] {
                                    soundAnswers
                                })),
                        instruments));
        StreamStates states = new StreamStates(plan, false, given, told);
        states.heard(0, FeedState.SYNCHRONIZED, FeedCause.DATA, 1, "data came");
        given.take();
        return new GapRepairs(plan, states, new TransportSide(queue, plan, () -> 0, () -> 0), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "misses a class", "goes backward"})
    void atOnceTheGapIsOneThatNobodyCanFill(String how) throws Exception {
        GapRepairs repairs = repairs(how, 0);
        repairs.gap(0, ToyPlan.TOKENS.getFirst(), 100, 105, false);
        repairs.begin(fetches, 5);

        assertThat(fetches.isEmpty()).isTrue();
        assertThat(given.take())
                .containsExactly("alpha: state 5 AAA TRADE whole SYNCHRONIZED SYNCHRONIZED GAP_UNREPAIRED");
        assertThat(told.notices())
                .singleElement()
                .asString()
                .startsWith("alpha: its plugin failed when it was to say how to ask for trades 100 to 105: ");
    }

    @Test
    void laterTheRestOfTheGapStaysOne() throws Exception {
        GapRepairs repairs = repairs("throws", 1);
        repairs.gap(0, ToyPlan.TOKENS.getFirst(), 100, 119, false);
        repairs.begin(fetches, 5);
        given.take();
        fetches.answerFirst("");
        assertThat(queue.next()).isTrue();
        repairs.ended(queue.feed(), "", fetches, 9);

        assertThat(fetches.isEmpty()).isTrue();
        assertThat(given.take()).containsExactly("alpha: state 9 AAA TRADE whole GAP_FILL SYNCHRONIZED GAP_UNREPAIRED");
        assertThat(told.notices()).singleElement().asString().contains("trades 110 to 119");
    }
}
