package pawl.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.token.Ticks;
import pawl.kernel.engine.Engine;
import pawl.plugin.storage.file.FileLogStoreProvider;

/**
 * How long the engine takes for a tick, decoding of its frames included and apart, with real files: the exact percentiles of every tick,
 * those that hand over to the disk and those that begin a snapshot among them. Every token has about three frames a second, and each is
 * in two clusters and an event.
 */
public final class TickLatency {
    private static final int SNAPSHOT_EVERY_TICKS = 7_200;
    private static final int WARM_UP_TICKS = 2_000;
    private static final long FIRST_TICK = 6_722_611_200L;
    private static final double NS_PER_MS = 1e6;

    private TickLatency() {}

    /** @param arguments a folder for files, the number of ticks, then numbers of tokens */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int ticks = Integer.parseInt(arguments[1]);
        System.out.printf(
                "%8s %8s %28s %28s %10s%n",
                "tokens", "ticks", "step p50/p99/p99.9/max ms", "with decoding, same", "heap MB");
        for (String tokens : Arrays.asList(arguments).subList(2, arguments.length)) {
            measure(Files.createTempDirectory(folder, "latency"), Integer.parseInt(tokens), ticks);
        }
    }

    private static void measure(Path folder, int tokens, int ticks) throws Exception {
        List<String> symbols = BenchmarkPlans.symbols(tokens);
        VenueFrames[] frames = symbols.stream().map(VenueFrames::new).toArray(VenueFrames[]::new);
        long[] stepNs = new long[ticks];
        long[] wholeNs = new long[ticks];
        try (LogStore store = new FileLogStoreProvider().open(folder, Settings.of("storage", Map.of()));
                Engine engine = new Engine(BenchmarkPlans.plan(symbols, SNAPSHOT_EVERY_TICKS), store, refusal -> {
                    throw new IllegalStateException(refusal);
                })) {
            for (int i = -WARM_UP_TICKS; i < ticks; i++) {
                long tick = FIRST_TICK + WARM_UP_TICKS + i;
                long startNs = System.nanoTime();
                feed(engine, frames, tick);
                long fedNs = System.nanoTime();
                engine.closeThrough(tick);
                long endNs = System.nanoTime();
                if (i >= 0) {
                    stepNs[i] = endNs - fedNs;
                    wholeNs[i] = endNs - startNs;
                }
            }
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%8d %8d %28s %28s %10d%n",
                tokens,
                ticks,
                percentiles(stepNs),
                percentiles(wholeNs),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** A trade in every fourth tick and a quote in every second one, each token in a tick of its own. */
    private static void feed(Engine engine, VenueFrames[] frames, long tick) throws Exception {
        long timeMs = Ticks.startMs(tick);
        for (int token = 0; token < frames.length; token++) {
            VenueFrames venue = frames[token];
            boolean trades = (tick + token) % 4 == 0;
            boolean quotes = (tick + token) % 2 == 0;
            if (trades || quotes) {
                venue.stamp(timeMs, 100_000_000_000L + (tick - FIRST_TICK) / 4);
            }
            if (trades) {
                engine.frame(0, tick, venue.trade, 0, venue.trade.length);
            }
            if (quotes) {
                engine.frame(0, tick, venue.bookTicker, 0, venue.bookTicker.length);
            }
        }
    }

    private static String percentiles(long[] ns) {
        long[] sorted = ns.clone();
        Arrays.sort(sorted);
        return String.format(
                "%.2f/%.2f/%.2f/%.2f",
                at(sorted, 0.5) / NS_PER_MS,
                at(sorted, 0.99) / NS_PER_MS,
                at(sorted, 0.999) / NS_PER_MS,
                sorted[sorted.length - 1] / NS_PER_MS);
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
