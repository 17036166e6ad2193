package pawl.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import pawl.kernel.contract.PawlException;

/**
 * A steady-state tick with all six steps: for each token a trade, three quotes and every fourth tick a mark price, decoded from wire
 * format, flushed, reduced and logged. {@code -prof gc} shows what it allocates; divided by the tokens, what one costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TickBenchmark {
    @Param({"1", "30", "3000"})
    public int tokens;

    @SuppressWarnings("NullAway.Init") // JMH calls start() before any benchmark
    private BenchmarkEngine engine;

    public TickBenchmark() {}

    @Setup(Level.Trial)
    public void start() throws Exception {
        engine = new BenchmarkEngine(tokens);
    }

    @Benchmark
    public void tick() throws PawlException {
        engine.runOneTick();
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        engine.close();
    }
}
