package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;
import pawl.transport.Heard;

/** A protocol that fails, whatever it throws, is told of by its plugin's name and does no more harm. */
class ProtocolDialogueTest {
    private static final byte[] FRAME = {1, 2, 3};

    private record Failing(Throwable thrown) implements FeedProtocol {
        @Override
        public FeedPlan plan() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Subscription> subscribe(List<String> streams, long firstRequestId) {
            throw ProtocolDialogueTest.<RuntimeException>sneaked(thrown);
        }

        @Override
        public Optional<String> ping() {
            throw ProtocolDialogueTest.<RuntimeException>sneaked(thrown);
        }

        @Override
        public void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
            hearing.data(0);
            throw ProtocolDialogueTest.<RuntimeException>sneaked(thrown);
        }

        @Override
        public Optional<Repair> repair(int instrument, long first, long last, boolean areAggregates) {
            throw new UnsupportedOperationException();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    static List<Throwable> faults() {
        return List.of(
                new IllegalStateException("broken"),
                new NoSuchMethodError("gone"),
                new ExceptionInInitializerError("unready"),
                new StackOverflowError(),
                new AssertionError("never"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverItThrowsIsThePluginsFailure(Throwable fault) {
        ProtocolDialogue dialogue = new ProtocolDialogue("exchange-toy", new Failing(fault));
        assertThatExceptionOfType(PluginFailure.class)
                .isThrownBy(() -> dialogue.subscribe(List.of("a"), 1))
                .withMessageStartingWith("plugin exchange-toy failed when it was to subscribe: "
                        + fault.getClass().getName());
        assertThatExceptionOfType(PluginFailure.class)
                .isThrownBy(dialogue::ping)
                .withMessageStartingWith("plugin exchange-toy failed when it was to ping: ");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFrameThatItFailsOnIsSomethingElse(Throwable fault) {
        ProtocolDialogue dialogue = new ProtocolDialogue("exchange-toy", new Failing(fault));
        Heard heard = new Heard();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            try {
                dialogue.read(FRAME, 0, FRAME.length, heard);
            } catch (PluginFailure e) {
                told.add(e.getMessage());
            }
            assertThat(heard.kind()).isEqualTo(Heard.Kind.OTHER);
        }
        // The first ten, then 16, 32 … 512.
        assertThat(told).hasSize(16);
        assertThat(told.getLast())
                .startsWith("plugin exchange-toy failed when it was to say what a frame is, for the 512. time: ");
    }

    @Test
    void itMaySubscribeToNothingElseThanItIsAskedFor() {
        ToyProtocol sound = new ToyProtocol(List.of());
        ProtocolDialogue dialogue = new ProtocolDialogue("exchange-toy", new FeedProtocol() {
            @Override
            public FeedPlan plan() {
                return sound.plan();
            }

            @Override
            public List<Subscription> subscribe(List<String> streams, long firstRequestId) {
                return List.of(new Subscription(firstRequestId, "x", List.of("a", "b")));
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
                return sound.repair(instrument, first, last, areAggregates);
            }
        });
        assertThat(dialogue.subscribe(List.of("a", "b", "c"), 5)).hasSize(1);
        assertThatExceptionOfType(PluginFailure.class)
                .isThrownBy(() -> dialogue.subscribe(List.of("a"), 5))
                .withMessageContaining("it subscribes to [a, b] and was asked for [a]");
    }
}
