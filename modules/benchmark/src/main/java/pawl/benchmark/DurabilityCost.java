package pawl.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.token.Ticks;
import pawl.kernel.contract.Durability;
import pawl.kernel.engine.Engine;
import pawl.kernel.replay.DiskThreads;
import pawl.plugin.storage.file.FileLogStoreProvider;

/**
 * What each durability costs: a trade and a quote of every token in every tick, ticks at the pace of time, and how long after its end each
 * was committed; how long the files took to be on disk, and how many ticks were not there yet at once.
 */
public final class DurabilityCost {
    private static final int WARM_UP_TICKS = 20;
    private static final long FIRST_TICK = 6_722_611_200L;
    private static final double NS_PER_MS = 1e6;

    private DurabilityCost() {}

    /** @param arguments a folder for files, seconds, then numbers of tokens */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int ticks = Integer.parseInt(arguments[1]) * (int) Ticks.TICKS_PER_SECOND;
        System.out.printf(
                "%8s %8s %34s %8s %14s %14s%n",
                "tokens", "forced", "late p50/p99/max ms", "rounds", "longest ms", "ticks not there");
        for (String tokens : Arrays.asList(arguments).subList(2, arguments.length)) {
            for (Durability durability : Durability.values()) {
                measure(Files.createTempDirectory(folder, "durability"), Integer.parseInt(tokens), durability, ticks);
            }
        }
    }

    private static void measure(Path folder, int tokens, Durability durability, int ticks) throws Exception {
        List<String> symbols = BenchmarkPlans.symbols(tokens);
        VenueFrames[] frames = symbols.stream().map(VenueFrames::new).toArray(VenueFrames[]::new);
        long[] lateNs = new long[ticks];
        try (LogStore store = new FileLogStoreProvider().open(folder, Settings.of("storage", Map.of()));
                DiskThreads disk = DiskThreads.start();
                Engine engine = new Engine(BenchmarkPlans.plan(symbols, Integer.MAX_VALUE), store, refusal -> {
                    throw new IllegalStateException(refusal);
                })) {
            disk.serve(engine, durability);
            long startNs = System.nanoTime();
            for (int i = -WARM_UP_TICKS; i < ticks; i++) {
                feed(engine, frames, FIRST_TICK + WARM_UP_TICKS + i);
                long endNs = startNs + (WARM_UP_TICKS + i + 1) * Ticks.TICK_NS;
                for (long left = endNs - System.nanoTime(); left > 0; left = endNs - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                engine.closeThrough(FIRST_TICK + WARM_UP_TICKS + i);
                if (i >= 0) {
                    lateNs[i] = System.nanoTime() - endNs;
                }
            }
            Arrays.sort(lateNs);
            System.out.printf(
                    "%8d %8s %34s %8d %14.1f %14d%n",
                    tokens,
                    durability,
                    String.format(
                            "%.2f/%.2f/%.2f",
                            lateNs[ticks / 2] / NS_PER_MS,
                            lateNs[(int) Math.ceil(0.99 * ticks) - 1] / NS_PER_MS,
                            lateNs[ticks - 1] / NS_PER_MS),
                    disk.rounds(),
                    disk.mostNs() / NS_PER_MS,
                    durability == Durability.TICK ? 0 : engine.mostUnforcedTicks());
        }
    }

    private static void feed(Engine engine, VenueFrames[] frames, long tick) throws Exception {
        long timeMs = Ticks.startMs(tick);
        for (VenueFrames venue : frames) {
            venue.stamp(timeMs, 100_000_000_000L + tick - FIRST_TICK);
            engine.frame(0, tick, venue.trade, 0, venue.trade.length);
            engine.frame(0, tick, venue.bookTicker, 0, venue.bookTicker.length);
        }
    }
}
