package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Quiet or dead, in simulated time. */
final class SilenceJudgeTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration REPLACE_AFTER = Duration.ofSeconds(60);

    private final Recorder recorder = new Recorder();
    private int watchNumber;
    private List<StreamWatch> watches = List.of();
    private SilenceJudge judge = judge();

    private SilenceJudge judge(StreamPlan.Silence... silences) {
        watches = Arrays.stream(silences)
                .map(silence -> new StreamWatch(new StreamPlan(watchNumber++, "s", silence, LIMIT)))
                .toList();
        watches.forEach(watch -> watch.arm(0));
        FeedStates states = new FeedStates("v", new Outlet(recorder, recorder, () -> 0), watches.size());
        return new SilenceJudge(watches, states, REPLACE_AFTER.toNanos());
    }

    private static long s(double seconds) {
        return (long) (seconds * 1e9);
    }

    private void data(int stream, double seconds) {
        watches.get(stream).data(s(seconds), 0);
    }

    private SilenceJudge.Verdict at(double seconds) {
        return judge.judge(s(seconds));
    }

    @Test
    void aQuietMarketBesideALivelyCadenceIsNoFault() {
        judge = judge(StreamPlan.Silence.FIXED_CADENCE, StreamPlan.Silence.IRREGULAR);
        data(0, 1);
        data(1, 1);
        for (int second = 2; second < 600; second++) {
            data(0, second);
            assertThat(at(second)).isEqualTo(SilenceJudge.Verdict.FINE);
        }
        assertThat(watches.get(1).isDelivering()).isTrue();
        assertThat(recorder.told(1)).isEmpty();
    }

    @Test
    void aCadenceThatStopsTakesTheQuietStreamsWithItAndTheSocketIsCut() {
        judge = judge(StreamPlan.Silence.FIXED_CADENCE, StreamPlan.Silence.IRREGULAR);
        data(0, 1);
        data(1, 1);
        assertThat(at(5.9)).isEqualTo(SilenceJudge.Verdict.FINE);
        assertThat(at(6.1)).isEqualTo(SilenceJudge.Verdict.CUT);
        assertThat(recorder.told(0).getFirst().cause()).isEqualTo(StateCause.SILENT);
        assertThat(recorder.told(0).getFirst().reason()).isEqualTo("no data for 5.1 s");
        assertThat(recorder.told(1).getFirst().cause()).isEqualTo(StateCause.SILENT);
    }

    @Test
    void oneCadenceOfTwoIsStaleAloneAndReplacedLaterEachTimeTwiceAsLate() {
        judge = judge(StreamPlan.Silence.FIXED_CADENCE, StreamPlan.Silence.FIXED_CADENCE);
        data(0, 0);
        for (int second = 1; second <= 65; second++) {
            data(0, second);
            assertThat(at(second)).isEqualTo(SilenceJudge.Verdict.FINE);
        }
        assertThat(recorder.told(1)).hasSize(1);
        assertThat(recorder.told(1).getFirst().cause()).isEqualTo(StateCause.NO_DATA_AFTER_ACKNOWLEDGEMENT);
        data(0, 65.5);
        assertThat(at(65.5)).isEqualTo(SilenceJudge.Verdict.REPLACE);
        judge.replaced();
        data(0, 120);
        assertThat(at(120)).isEqualTo(SilenceJudge.Verdict.FINE);
        data(0, 125.5);
        assertThat(at(125.5)).isEqualTo(SilenceJudge.Verdict.REPLACE);
    }

    @Test
    void irregularStreamsAloneAreJudgedByThePausesThatTheyMake() {
        judge = judge(StreamPlan.Silence.IRREGULAR);
        for (int second = 1; second <= 100; second += 4) {
            data(0, second);
            at(second);
        }
        assertThat(at(97 + 11.9)).isEqualTo(SilenceJudge.Verdict.FINE);
        assertThat(at(97 + 12.1)).isEqualTo(SilenceJudge.Verdict.CUT);
    }

    @Test
    void aStreamWhoseSilenceMeansNothingIsNeverJudged() {
        judge = judge(StreamPlan.Silence.MEANINGLESS);
        assertThat(at(TimeUnit.DAYS.toSeconds(3))).isEqualTo(SilenceJudge.Verdict.FINE);
        assertThat(recorder.told(0)).isEmpty();
    }
}
