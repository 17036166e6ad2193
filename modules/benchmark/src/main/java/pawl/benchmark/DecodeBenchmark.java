package pawl.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;

/** What it costs a venue's adapter to turn one frame into its events. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark implements EventSink {
    /** The message. */
    @Param
    public DecodeCase message = DecodeCase.BINANCE_TRADE;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp() before any benchmark
    private ExchangeAdapter adapter;

    private byte[] frame = new byte[0];
    private long seen;

    public DecodeBenchmark() {}

    /** One frame is decoded once here, so that a case that means nothing fails rather than being fast. */
    @Setup
    public void setUp() throws FrameRefusedException {
        adapter = message.adapter();
        frame = message.frame();
        if (frame() == 0) {
            throw new IllegalStateException(message + " gives no event");
        }
    }

    /** One frame. */
    @Benchmark
    public long frame() throws FrameRefusedException {
        adapter.decode(frame, 0, frame.length, this);
        return seen;
    }

    @Override
    public void trade(int i, long time, long first, long last, long aggregate, long price, long quantity, int flags) {
        seen += time + first + last + aggregate + price + quantity + flags;
    }

    @Override
    public void bookTicker(int i, long time, long update, long bid, long bidSize, long ask, long askSize, int flags) {
        seen += time + update + bid + bidSize + ask + askSize + flags;
    }

    @Override
    public void markPrice(int i, long time, long mark, long index, long rate, long nextTime, int flags) {
        seen += time + mark + index + rate + nextTime + flags;
    }

    @Override
    public void liquidation(int i, long time, long average, long filled, long price, long quantity, int flags) {
        seen += time + average + filled + price + quantity + flags;
    }

    @Override
    public void openInterest(int i, long time, long openInterest, int flags) {
        seen += time + openInterest + flags;
    }

    @Override
    public void funding(int i, long time, long rate, long fundingTime, int minutes, int flags) {
        seen += time + rate + fundingTime + minutes + flags;
    }

    @Override
    public void ignored(String reason) {
        throw new IllegalStateException("ignored for " + reason);
    }

    @Override
    public void unconfigured(byte[] bytes, int symbolOffset, int symbolLength) {
        throw new IllegalStateException("an instrument is missing");
    }
}
