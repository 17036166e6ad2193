package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CountingSink;

/** Frames of the streams are decoded, and those without use ignored, without a byte of garbage. */
class AllocationTest {
    private static final int ROUNDS = 20_000;

    private static final byte[][] FRAMES = {
        frame("""
                {"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","u":1553413152520,"s":"BTCUSDT","b":"1778.54",\
                "B":"15.164","a":"1778.55","A":"7.289","T":1653817855284,"E":1653817855289}}"""),
        frame("""
                {"stream":"btcusdt@trade","data":{"e":"trade","E":1721347202813,"T":1721347202812,"s":"BTCUSDT",\
                "t":5182006711,"p":"63960.00","q":"0.310","X":"MARKET","m":false}}"""),
        frame("""
                {"stream":"btcusdt@markPrice","data":{"e":"markPriceUpdate","E":1617308820003,"s":"BTCUSDT",\
                "p":"58940.14924532","i":"58857.26693664","r":"0.00058455","T":1617321600000}}"""),
        frame("""
                {"stream":"!forceOrder@arr","data":{"e":"forceOrder","E":5,"o":{"s":"BTCUSDT","S":"SELL","q":"0.190",\
                "p":"82338.30","ap":"82651.90","z":"0.170","T":1791565602120}}}"""),
        frame("{\"stream\":\"x\",\"data\":{\"e\":\"depthUpdate\",\"b\":[[\"1\",\"2\"]]}}"),
        frame("{\"e\":\"trade\",\"s\":\"ETHUSDT\"}"),
    };

    private static byte[] frame(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void decodingAllocatesNothing() throws FrameRefusedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ExchangeAdapter adapter = Venue.adapter("BTCUSDT");
        CountingSink counter = new CountingSink();
        decodeAll(adapter, counter);
        long before = threads.getCurrentThreadAllocatedBytes();
        decodeAll(adapter, counter);
        long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
        // What the JIT's own hand-overs charge to this thread is far below one byte a frame.
        assertThat(allocatedBytes).isLessThan(ROUNDS);
        assertThat(counter.calls()).isEqualTo(2L * ROUNDS * FRAMES.length);
    }

    private static void decodeAll(ExchangeAdapter adapter, EventSink sink) throws FrameRefusedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (byte[] frame : FRAMES) {
                adapter.decode(frame, 0, frame.length, sink);
            }
        }
    }
}
