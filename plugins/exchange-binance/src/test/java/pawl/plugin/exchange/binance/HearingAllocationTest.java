package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedProtocol;
import pawl.testkit.CountingHearing;

/** Frames are recognised without a byte of garbage, damaged and foreign ones included. */
class HearingAllocationTest {
    private static final int ROUNDS = 20_000;
    private static final int UNHEARD = 3;
    private static final List<byte[]> FRAMES = List.of(
            frame(
                    "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":1791391082024,\"a\":3478018549}}"),
            frame("{\"stream\":\"nobody@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"s\":\"NOBODY\",\"x\":[{}]}}"),
            frame("{\"data\":{\"e\":\"aggTrade\"},\"stream\":\"btcusdt@forceOrder\"}"),
            frame("{\"result\":null,\"id\":123}"),
            frame("{\"error\":{\"code\":2,\"msg\":\"Invalid \\\"request\\\"\"},\"id\":5}"),
            frame("{\"stream\":\"\",\"data\":{\"e\":\"serverShutdown\"}}"),
            frame("{\"result\":null,\"id\":"),
            frame("<html>{}</html>"),
            frame(""));

    private static byte[] frame(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void hearingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        FeedProtocol protocol = Protocols.of("BTCUSDT", "ETHUSDT");
        CountingHearing counter = new CountingHearing();
        hearAll(protocol, counter);
        long before = threads.getCurrentThreadAllocatedBytes();
        hearAll(protocol, counter);
        long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
        // What the JIT's own hand-overs charge to this thread is far below one byte a frame.
        assertThat(allocatedBytes).isLessThan(ROUNDS);
        assertThat(counter.calls()).isEqualTo(2L * ROUNDS * (FRAMES.size() - UNHEARD));
    }

    private static void hearAll(FeedProtocol protocol, FeedHearing hearing) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < FRAMES.size(); i++) {
                byte[] frame = FRAMES.get(i);
                protocol.hear(frame, 0, frame.length, hearing);
            }
        }
    }
}
