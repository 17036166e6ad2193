package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Another plan for a venue takes the place of the one before: nothing of the two is mixed, and the venue's limits stay kept. */
final class ReplacementTest {
    private static final String SWITCH = "switch";

    @Test
    void nothingOfTheOldPlanComesAfterTheNewOneBegan() throws IOException {
        Recorder recorder = new Recorder();
        try (LoopbackServer old = LoopbackServer.start(Scripts.delivering(0));
                LoopbackServer next = LoopbackServer.start(Scripts.delivering(1));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(old.socketUri(), Quick.fixed(0))))) {
            recorder.awaitFrames(5);
            transport.remove(
                    Quick.VENUE,
                    report -> recorder.frame(
                            0, 0, ("old " + report.streams().getFirst().frames()).getBytes(), 0, 5));
            transport.add(
                    Quick.venue(Quick.LIMITS, Quick.socket(next.socketUri(), Quick.fixed(1))),
                    () -> recorder.frame(0, 0, SWITCH.getBytes(), 0, SWITCH.length()));
            recorder.awaitState(1, FeedState.SYNCHRONIZED, StateCause.DATA);
            recorder.awaitFrames(20);

            List<String> frames = recorder.frames();
            int at = frames.indexOf(SWITCH);
            assertThat(at).isGreaterThan(5);
            assertThat(frames.subList(0, at - 1)).allMatch(frame -> frame.startsWith("D 0"));
            assertThat(frames.get(at - 1)).startsWith("old ");
            assertThat(frames.subList(at + 1, frames.size())).isNotEmpty().allMatch(frame -> frame.startsWith("D 1"));
            assertThat(Quick.report(transport).streams())
                    .extracting(TransportReport.Stream::name)
                    .containsExactly("s1");
        }
    }

    @Test
    void aRemovedVenueIsHeardAndAskedNoMore() throws IOException {
        Recorder recorder = new Recorder();
        BlockingQueue<String> ends = new LinkedBlockingQueue<>();
        AtomicInteger asked = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.start(peer -> {
                    asked.incrementAndGet();
                    Scripts.delivering(0).serve(peer);
                });
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitFrames(2);
            transport.remove(Quick.VENUE, report -> recorder.notice("", "removed"));
            transport.fetch(Quick.VENUE, Quick.poll(server.httpUri("/x"), 0, Duration.ofSeconds(1), 1), ends::add);
            recorder.awaitNotice("removed");
            int frames = recorder.frames().size();

            assertThat(transport.report().venues()).isEmpty();
            assertThat(recorder.frames()).hasSize(frames);
            assertThat(ends).isEmpty();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void whatThePlanBeforeHasUsedOfTheLimitsIsUsed() throws Exception {
        Recorder recorder = new Recorder();
        VenueLimits one = Quick.limits(1, Duration.ofMinutes(5), 100, 1000);
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        try (LoopbackServer server = LoopbackServer.start(Scripts.delivering(0));
                Transport transport =
                        Quick.start(recorder, Quick.venue(one, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitFrames(2);
            transport.remove(Quick.VENUE, report -> begun.add("removed"));
            transport.add(Quick.venue(one, Quick.socket(server.socketUri(), Quick.fixed(0))), () -> begun.add("added"));

            assertThat(begun.poll(10, TimeUnit.SECONDS)).isEqualTo("removed");
            assertThat(begun.poll(10, TimeUnit.SECONDS)).isEqualTo("added");
            recorder.awaitNotice("connecting waits: all connection attempts that the venue allows");
        }
    }

    @Test
    void aDialogueThatCannotSayHowToSubscribeCostsItsConnectionAndIsAskedAgain() throws IOException {
        Recorder recorder = new Recorder();
        AtomicInteger failures = new AtomicInteger(2);
        LineDialogue sound = new LineDialogue(100);
        Dialogue failing = new Dialogue() {
            @Override
            public List<Request> subscribe(List<String> streams, long firstRequestId) {
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("no words");
                }
                return sound.subscribe(streams, firstRequestId);
            }

            @Override
            public Optional<String> ping() {
                return sound.ping();
            }

            @Override
            public void read(byte[] bytes, int offset, int length, Heard heard) {
                sound.read(bytes, offset, length, heard);
            }
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.delivering(0));
                Transport transport = Quick.start(
                        recorder,
                        new VenuePlan(
                                Quick.VENUE,
                                List.of(Quick.socket(server.socketUri(), Quick.fixed(0))),
                                List.of(),
                                Quick.LIMITS,
                                failing))) {
            Recorder.Told stale = recorder.awaitState(0, FeedState.STALE, StateCause.CONNECTION_BROKEN);
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);

            assertThat(stale.reason()).isEqualTo("how to subscribe cannot be said: no words");
            assertThat(Quick.socketReport(transport).breaks()).containsEntry(BreakCause.DIALOGUE_FAILED, 2L);
        }
    }
}
