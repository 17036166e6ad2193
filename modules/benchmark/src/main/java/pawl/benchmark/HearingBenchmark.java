package pawl.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedProtocol;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.plugin.exchange.binance.BinanceProvider;

/** What it costs to recognise a frame, which the transport's thread does for each before it hands it over. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HearingBenchmark implements FeedHearing {
    private static final int FRAMES = 1_024;

    /** How many instruments the plan has. */
    @Param({"5", "500"})
    public int instruments;

    private final List<byte[]> frames = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JMH calls setUp() before any benchmark
    private FeedProtocol protocol;

    private int next;
    private long heard;

    public HearingBenchmark() {}

    @Setup
    public void setUp() {
        List<Instrument> listed = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            Token token = new Token(i, "T" + i, "default", -2, -3, -8, 480);
            listed.add(new Instrument(i, "binance", 0, "T" + i + "USDT", token));
        }
        protocol = new BinanceProvider()
                .protocol(listed, Settings.of("benchmark", Map.of()))
                .orElseThrow();
        for (int i = 0; i < FRAMES; i++) {
            VenueFrames frame = new VenueFrames(listed.get(i * 7 % instruments).symbol());
            frames.add(frame.bookTicker);
        }
    }

    /** One quote. */
    @Benchmark
    public long quote() {
        byte[] frame = frames.get(next++ & FRAMES - 1);
        protocol.hear(frame, 0, frame.length, this);
        return heard;
    }

    @Override
    public void data(int stream) {
        heard += stream;
    }

    @Override
    public void acknowledged(long requestId) {
        throw new IllegalStateException("a quote was taken for an answer");
    }

    @Override
    public void refused(long requestId) {
        throw new IllegalStateException("a quote was taken for an answer");
    }

    @Override
    public void pong() {
        throw new IllegalStateException("a quote was taken for an answer");
    }

    @Override
    public void closingSoon() {
        throw new IllegalStateException("a quote was taken for an answer");
    }
}
