package pawl.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.capture.CaptureLimits;
import pawl.capture.CaptureReader;
import pawl.capture.Captures;
import pawl.capture.Frame;
import pawl.kernel.engine.Engine;
import pawl.plugin.storage.file.FileLogStoreProvider;
import pawl.storage.StoreDigest;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a whole replay costs in CPU time beside a bare walk over the same frames with Jackson's streaming parser, in turn in one process.
 * The replay reads the recordings (gunzipped beforehand, merged), decodes, runs every tick, writes log files and snapshots, and hashes
 * them; the walk reads the same files and asks the parser for every token of every frame. CPU time is the thread's own, so waiting for
 * the disk does not count, and writing to it does.
 */
public final class ReplayCost {
    private static final int WARM_UP_ROUNDS = 40;
    private static final int ROUNDS = 41;

    private final JsonFactory json = new JsonFactory();
    private final List<Path> captures;
    private final Path data;
    private long frames;

    private ReplayCost(List<Path> captures, Path data) {
        this.captures = captures;
        this.data = data;
    }

    /** @param arguments the recordings, gzipped, of BTCUSDT and ETHUSDT */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("pawl-replay-cost");
        try {
            new ReplayCost(gunzip(arguments, folder), folder.resolve("data")).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws Exception {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            walk();
            replay();
        }
        long[] walkNs = new long[ROUNDS];
        long[] replayNs = new long[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            walkNs[round] = cpuNs(this::walk);
            replayNs[round] = cpuNs(this::replay);
            ratios[round] = (double) replayNs[round] / walkNs[round];
        }
        Arrays.sort(walkNs);
        Arrays.sort(replayNs);
        Arrays.sort(ratios);
        int median = ROUNDS / 2;
        System.out.printf(
                Locale.ROOT,
                "%d frames; CPU time a frame, median of %d rounds: walk %d ns, replay %d ns; ratio %.2f (%.2f to %.2f)%n",
                frames,
                ROUNDS,
                walkNs[median] / frames,
                replayNs[median] / frames,
                ratios[median],
                ratios[0],
                ratios[ROUNDS - 1]);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long cpuNs(Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long startedNs = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - startedNs;
    }

    private void replay() throws Exception {
        if (Files.exists(data)) {
            delete(data);
        }
        try (LogStore store = new FileLogStoreProvider().open(data, Settings.of("benchmark", Map.of()));
                Engine engine = new Engine(BenchmarkPlans.plan(List.of("BTCUSDT", "ETHUSDT")), store, refusal -> {
                    throw new IllegalStateException(refusal);
                })) {
            try (CaptureReader reader = open()) {
                while (reader.next()) {
                    Frame frame = reader.frame();
                    engine.frame(0, frame.tick(), frame.bytes(), frame.offset(), frame.length());
                }
            }
            engine.closeThrough(engine.lastFrameTick().orElseThrow());
            engine.stop();
            StoreDigest.of(store);
        }
    }

    private void walk() throws Exception {
        long walked = 0;
        try (CaptureReader reader = open()) {
            while (reader.next()) {
                Frame frame = reader.frame();
                walked++;
                try (JsonParser parser =
                        json.createParser(ObjectReadContext.empty(), frame.bytes(), frame.offset(), frame.length())) {
                    while (parser.nextToken() != null) {
                        // Only walking.
                    }
                }
            }
        }
        frames = walked;
    }

    private CaptureReader open() throws Exception {
        return Captures.open(captures, CaptureLimits.STANDARD, problem -> {
            throw new IllegalStateException(problem.text());
        });
    }

    private static List<Path> gunzip(String[] recordings, Path folder) throws IOException {
        List<Path> plain = new ArrayList<>();
        for (String recording : recordings) {
            Path file = folder.resolve("capture-" + plain.size());
            try (InputStream in = new GZIPInputStream(Files.newInputStream(Path.of(recording)));
                    OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            plain.add(file);
        }
        return plain;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
