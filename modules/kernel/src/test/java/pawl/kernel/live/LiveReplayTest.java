package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.kernel.live.LiveToy.ALPHA_FEED;
import static pawl.kernel.live.LiveToy.BETA_FEED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.token.Ticks;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.transport.BreakCause;
import pawl.transport.FeedState;
import pawl.transport.StateCause;
import pawl.transport.TransportReport;

/** D1 and D2: whatever befalls a live run, what it recorded gives the same files again, and no tick ran twice or out of turn. */
class LiveReplayTest {
    private static final long START_NS = (RandomFrames.MIDNIGHT_TICK - 80) * Ticks.TICK_NS;
    private static final int LENGTH_MS = 45_000;

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 30));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReplayOfWhatWasRecordedLeavesTheSameFiles(long seed) throws Exception {
        LiveToy toy = run(seed, new HeapLogStore(), new HandClock(START_NS), false);
        assertTicksRise(toy.store());
        SameFiles.assertSame(toy.replayed(), toy.store());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReplayOfTwoRunsLeavesTheSameLogs(long seed) throws Exception {
        HandClock hand = new HandClock(START_NS);
        LiveToy first = run(seed, new HeapLogStore(), hand, false);
        long aheadNs = Ticks.startMs(LogTexts.committedTicks(first.store()).getLast() + 1) * 1_000_000 - hand.wallNs();
        hand.pass(Math.max(0, aheadNs) + new SplittableRandom(seed).nextLong(20_000_000_000L));
        LiveToy second = run(seed + 1_000_000, first.store(), hand, true);
        assertTicksRise(second.store());
        SameFiles.assertSameLogs(second.replayed(), second.store());
    }

    @Test
    void everythingHappens() throws Exception {
        Set<String> types = new TreeSet<>();
        Set<String> causes = new TreeSet<>();
        for (long seed = 0; seed < 12; seed++) {
            HeapLogStore store = new HeapLogStore();
            LiveToy toy = new LiveToy(new HandClock(START_NS), store, Optional.empty());
            script(toy, seed);
            toy.run(false);
            for (String token : List.of("AAA", "BBB", "CCC")) {
                for (String text : LogTexts.ofToken(store, token)) {
                    types.add(text.split(" ")[1]);
                    if (text.contains("FEED_STATE")) {
                        causes.add(text.substring(text.lastIndexOf(' ') + 1));
                    }
                }
            }
        }
        assertThat(types)
                .contains(
                        "BACK_PRESSURE",
                        "CLOCK_STEP",
                        "FEED_COUNT",
                        "FEED_STATE",
                        "GAP",
                        "OUTAGE",
                        "TRADE",
                        "ADAPTER_CHANGE");
        assertThat(causes)
                .as("found, repaired, not repaired, stopped, changed")
                .contains("8]", "9]", "10]", "11]", "13]");
    }

    private LiveToy run(long seed, HeapLogStore store, HandClock hand, boolean resumes) throws Exception {
        LiveToy toy = new LiveToy(hand, store, Optional.of(folder.resolve("capture")));
        script(toy, seed);
        return toy.run(resumes);
    }

    private static void assertTicksRise(HeapLogStore store) throws Exception {
        List<Long> ticks = LogTexts.committedTicks(store);
        assertThat(ticks).isSorted().doesNotHaveDuplicates();
        Set<Long> missing = new TreeSet<>();
        for (int i = 1; i < ticks.size(); i++) {
            for (long tick = ticks.get(i - 1) + 1; tick < ticks.get(i); tick++) {
                missing.add(tick);
            }
        }
        Set<Long> stated = new TreeSet<>();
        for (String text : LogTexts.ofToken(store, "CCC")) {
            if (text.contains("OUTAGE")) {
                String[] range = text.split(" ")[2].split("-");
                LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]))
                        .forEach(stated::add);
            }
        }
        assertThat(missing).as("ticks that did not run, and those in outages").isEqualTo(stated);
    }

    private static void script(LiveToy toy, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] ids = {100, 200, 300, 400, 500};
        for (long ms = random.nextInt(3_000); ms < LENGTH_MS; ms += step(random)) {
            toy.at(ms, () -> happen(toy, random, ids));
        }
        toy.at(LENGTH_MS, toy.stop()::request);
    }

    private static long step(SplittableRandom random) {
        return switch (random.nextInt(40)) {
            case 0 -> random.nextInt(9_000);
            case 1, 2, 3 -> random.nextInt(1_500);
            default -> random.nextInt(200);
        };
    }

    private static void happen(LiveToy toy, SplittableRandom random, long[] ids) {
        switch (random.nextInt(60)) {
            case 0 -> toy.hand().pass(random.nextLong(12_000_000_000L));
            case 1 -> stallWhileListening(toy, random, ids);
            case 2 -> toy.hand().step(random.nextLong(-9_000_000_000L, 9_000_000_000L));
            case 3 -> toy.hand().step(random.nextLong(-400_000_000, 400_000_000));
            case 4, 5, 6, 7 -> state(toy, random);
            case 8 -> {
                if (toy.isAlphaHeard()) {
                    toy.side().counts(report(random));
                }
            }
            case 9 -> toy.alpha("refuse");
            case 17 -> change(toy, random);
            case 10, 11 -> {
                byte[] late = frame(toy, random, ids, 0).getBytes(StandardCharsets.UTF_8);
                long stampNs = toy.tickNow() * Ticks.TICK_NS - random.nextLong(3_000_000_000L);
                toy.queue().put(EntryKind.FRAME, ALPHA_FEED, stampNs, late, 0, late.length);
            }
            case 12, 13, 14, 15 -> answer(toy, random);
            case 16 -> burst(toy, random, ids, 300);
            default -> put(toy, random, ids);
        }
    }

    /** The engine's thread does not run, and the transport's does. */
    private static void stallWhileListening(LiveToy toy, SplittableRandom random, long[] ids) {
        for (int left = random.nextInt(400); left > 0; left--) {
            toy.hand().pass(random.nextLong(60_000_000));
            if (random.nextInt(10) == 0) {
                state(toy, random);
            } else {
                put(toy, random, ids);
            }
        }
    }

    private static void burst(LiveToy toy, SplittableRandom random, long[] ids, int mostFrames) {
        for (int left = random.nextInt(mostFrames); left > 0; left--) {
            put(toy, random, ids);
        }
    }

    private static void put(LiveToy toy, SplittableRandom random, long[] ids) {
        int venue = random.nextInt(2);
        String frame = frame(toy, random, ids, venue);
        if (venue == 0) {
            toy.alpha(frame);
        } else {
            toy.frame(BETA_FEED, frame);
        }
    }

    /** Another build of alpha's plugin, the same again, or none. */
    private static void change(LiveToy toy, SplittableRandom random) {
        if (random.nextInt(3) == 0 && toy.isAlphaHeard()) {
            toy.removeAlpha();
        } else {
            toy.replaceAlpha(random.nextBoolean());
        }
    }

    private static String frame(LiveToy toy, SplittableRandom random, long[] ids, int venue) {
        int symbol = random.nextInt(venue == 0 ? 3 : 2);
        long timeMs = toy.hand().wallNs() / 1_000_000 - random.nextInt(300);
        String name = List.of("AAA", "BBB", "CCC", "aaa", "bbb").get(venue * 3 + symbol);
        if (random.nextInt(8) == 0) {
            return "L " + name + " " + timeMs + " 10.5 2";
        }
        int at = venue * 3 + symbol;
        ids[at] += random.nextInt(12) == 0 ? 2 + random.nextInt(30) : 1;
        return "T " + name + " " + timeMs + " " + ids[at] + " 10." + random.nextInt(10, 99) + " 1 "
                + (random.nextBoolean() ? "B" : "S");
    }

    private static void state(LiveToy toy, SplittableRandom random) {
        String venue = toy.isAlphaHeard() && random.nextBoolean() ? "alpha" : "beta";
        int stream = random.nextInt(venue.equals("alpha") ? 9 : 6);
        FeedState state = random.nextInt(3) == 0
                ? FeedState.values()[random.nextInt(FeedState.values().length)]
                : FeedState.SYNCHRONIZED;
        StateCause cause = StateCause.values()[random.nextInt(StateCause.values().length)];
        toy.side().streamState(venue, stream, state, cause, "by the script");
    }

    private static void answer(LiveToy toy, SplittableRandom random) {
        if (toy.fetches().isEmpty()) {
            return;
        }
        if (random.nextInt(4) == 0) {
            toy.fetches().answerFirst("no answer");
            return;
        }
        String[] query = toy.fetches().first().uri().getQuery().split("&");
        List<String> trades = new ArrayList<>();
        for (long id = Long.parseLong(query[1]); id <= Long.parseLong(query[2]); id++) {
            trades.add("F " + query[0] + " " + toy.hand().wallNs() / 1_000_000 + " " + id + " 10 1 B");
        }
        int feed = toy.fetches().first().feed();
        toy.frame(feed, toy.prefixOf(feed) + String.join(";", trades));
        toy.fetches().answerFirst("");
    }

    private static TransportReport report(SplittableRandom random) {
        Map<BreakCause, Long> breaks = Map.of(BreakCause.values()[0], random.nextLong(5));
        TransportReport.Socket socket = new TransportReport.Socket("alpha/public", true, 9, 99, 1, breaks, 0, 0, 0, 5);
        TransportReport.Stream stream = new TransportReport.Stream(
                "alpha/public", 0, "AAA@TRADE", FeedState.SYNCHRONIZED, "data came", random.nextLong(900), 5);
        TransportReport.Poll poll = new TransportReport.Poll(
                7, "BBB@FUNDING", FeedState.STALE, "no", 4 + random.nextLong(9), Map.of(500, 3L), 0, 5);
        return new TransportReport(
                List.of(new TransportReport.Venue("alpha", 1, 0, List.of(socket), List.of(stream), List.of(poll))), 0);
    }
}
