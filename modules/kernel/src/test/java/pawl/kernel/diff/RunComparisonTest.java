package pawl.kernel.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.token.Ticks;
import pawl.kernel.contract.Divergence;
import pawl.kernel.contract.Divergence.Course;
import pawl.kernel.contract.RunDifferences;
import pawl.kernel.diff.LoggedTick.Entry;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.FormatVersion;

class RunComparisonTest {
    private static final int TICKS = 300;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesTheRecordAndFieldThatWereAltered(long seed) throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(seed, TICKS);
        SplittableRandom random = new SplittableRandom(~seed);
        int at = busyTick(ticks, random);
        LoggedTick tick = ticks.get(at);
        int entry = random.nextInt(tick.entries().size());
        Entry before = tick.entries().get(entry);
        int field = random.nextInt(before.fields().size());
        List<LoggedTick> altered = replaced(ticks, at, entry, before.with(field));

        RunDifferences found = compare(ticks, altered, format(seed));

        Divergence divergence = found.divergence().orElseThrow();
        assertThat(divergence.course()).isEqualTo(Course.DIFFERENT_RECORDS);
        assertThat(divergence.tick()).isEqualTo(tick.tick());
        assertThat(divergence.token()).isEqualTo(token(before));
        assertThat(divergence.left().orElseThrow().sequence()).isEqualTo(sequence(ticks, at, entry));
        assertThat(divergence.right().orElseThrow().sequence()).isEqualTo(sequence(ticks, at, entry));
        assertThat(divergence.fields().getFirst().name())
                .isEqualTo(before.fields().get(field));
        assertThat(divergence.otherTokens()).isEmpty();
        assertThat(found.headers()).isEmpty();
        assertThat(found.damage()).isEmpty();
        assertThat(found.lastCommonTick())
                .isEqualTo(
                        at == 0
                                ? OptionalLong.empty()
                                : OptionalLong.of(ticks.get(at - 1).tick()));
        if (divergence.token().isEmpty() || !before.isEvent()) {
            assertThat(divergence.leftInputs()).isEqualTo(divergence.rightInputs());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesTheTokenWhoseRecordIsMissing(long seed) throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(seed, TICKS);
        SplittableRandom random = new SplittableRandom(~seed);
        int at = busyTick(ticks, random);
        LoggedTick tick = ticks.get(at);
        int entry = random.nextInt(tick.entries().size());
        List<Entry> fewer = new ArrayList<>(tick.entries());
        Entry removed = fewer.remove(entry);
        List<LoggedTick> altered = replaced(ticks, at, fewer);

        Divergence divergence =
                compare(ticks, altered, format(seed)).divergence().orElseThrow();

        assertThat(divergence.tick()).isEqualTo(tick.tick());
        assertThat(divergence.token()).isEqualTo(token(removed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesTheTickThatOnlyOneRan(long seed) throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(seed, TICKS);
        int at = new SplittableRandom(~seed).nextInt(TICKS - 1);
        List<LoggedTick> fewer = new ArrayList<>(ticks);
        LoggedTick removed = fewer.remove(at);

        Divergence divergence = compare(ticks, fewer, format(seed)).divergence().orElseThrow();

        assertThat(divergence.course()).isEqualTo(Course.ONLY_LEFT_HAS_TICK);
        assertThat(divergence.tick()).isEqualTo(removed.tick());
        assertThat(divergence.left()).isPresent();
        assertThat(divergence.right()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsAPrefix(long seed) throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(seed, TICKS);
        int length = new SplittableRandom(~seed).nextInt(1, TICKS);

        RunDifferences found = compare(ticks.subList(0, length), ticks, format(seed));

        Divergence divergence = found.divergence().orElseThrow();
        assertThat(divergence.course()).isEqualTo(Course.LEFT_IS_PREFIX);
        assertThat(divergence.tick()).isEqualTo(ticks.get(length).tick());
        assertThat(found.lastCommonTick()).hasValue(ticks.get(length - 1).tick());
        assertThat(found.headers()).anyMatch(header -> header.name().equals("last tick"));
    }

    @Test
    void findsNothingBetweenEqualRuns() throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(1, TICKS);
        assertThat(compare(ticks, ticks, FormatVersion.CURRENT).isNone()).isTrue();
        assertThat(compare(ticks, ticks, FormatVersion.FIRST).isNone()).isTrue();
        assertThat(compare(List.of(), List.of(), FormatVersion.CURRENT).isNone())
                .isTrue();
    }

    /** What a re-execution cannot know is in the tick log alone. */
    @Test
    void namesAFieldOfTheTickLog() throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(2, TICKS);
        List<LoggedTick> altered = new ArrayList<>(ticks);
        LoggedTick tick = ticks.get(100);
        altered.set(100, new LoggedTick(tick.tick(), tick.lastFrameTick() - 1, tick.entries()));

        Divergence divergence =
                compare(ticks, altered, FormatVersion.CURRENT).divergence().orElseThrow();

        assertThat(divergence.tick()).isEqualTo(tick.tick());
        assertThat(divergence.token()).isEmpty();
        assertThat(divergence.fields().getFirst().name()).isEqualTo("lastFrameTick");
    }

    /** An input that differs is the cause, a decision the effect, whatever the order of the tokens. */
    @Test
    void namesAnInputBeforeADecision() throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(3, TICKS);
        Entry decision = new Entry(0, "TRANSITION", numbers());
        Entry input = new Entry(2, "TRADE", numbers());
        List<LoggedTick> left = replaced(ticks, 50, List.of(input, decision));
        List<LoggedTick> right = replaced(ticks, 50, List.of(input.with(2), decision.with(0)));

        Divergence divergence =
                compare(left, right, FormatVersion.CURRENT).divergence().orElseThrow();

        assertThat(divergence.token()).isEqualTo("CCC");
        assertThat(divergence.fields().getFirst().name()).isEqualTo("price");
        assertThat(divergence.otherTokens()).containsExactly("AAA");
        assertThat(divergence.leftInputs()).hasSize(1).isNotEqualTo(divergence.rightInputs());
    }

    @Test
    void showsTheLastInputsBeforeATickWithoutAny() throws Exception {
        List<LoggedTick> ticks = LoggedTick.random(4, TICKS);
        Entry input = new Entry(1, "BOOK_TICKER", numbers());
        Entry decision = new Entry(1, "TIER_CHANGE", numbers());
        List<LoggedTick> left = replaced(ticks, 49, List.of(input));
        left = replaced(left, 50, List.of(decision));
        List<LoggedTick> right = replaced(left, 50, List.of(decision.with(1)));

        Divergence divergence =
                compare(left, right, FormatVersion.CURRENT).divergence().orElseThrow();

        assertThat(divergence.fields().getFirst().name()).isEqualTo("toTier");
        assertThat(divergence.leftInputs()).hasSize(1).isEqualTo(divergence.rightInputs());
        assertThat(divergence.leftInputs().getFirst().fields())
                .containsEntry("tick", left.get(49).tick())
                .containsEntry("type", "BOOK_TICKER");
    }

    /** A token's log that only one of them has is named, and so is its first record. */
    @Test
    void namesALogThatOnlyOneHas() throws Exception {
        List<LoggedTick> left = new ArrayList<>();
        List<LoggedTick> right = new ArrayList<>();
        for (LoggedTick tick : LoggedTick.random(5, 100)) {
            left.add(tick);
            right.add(new LoggedTick(
                    tick.tick(),
                    tick.lastFrameTick(),
                    tick.entries().stream().filter(entry -> entry.token() != 1).toList()));
        }

        RunDifferences found = compare(left, right, FormatVersion.CURRENT);

        assertThat(found.headers())
                .hasSize(2)
                .allSatisfy(header -> assertThat(header.name()).startsWith("logs/BBB/"))
                .allSatisfy(header -> assertThat(header.right()).isEqualTo(Optional.empty()));
        assertThat(found.divergence().orElseThrow().token()).isEqualTo("BBB");
    }

    private static RunDifferences compare(List<LoggedTick> left, List<LoggedTick> right, FormatVersion format)
            throws Exception {
        return RunComparison.of(store(left, format), store(right, format));
    }

    private static HeapLogStore store(List<LoggedTick> ticks, FormatVersion format) throws Exception {
        HeapLogStore store = new HeapLogStore();
        LoggedTick.write(store, ticks, format);
        return store;
    }

    /** Every third seed is of the format without running hashes. */
    private static FormatVersion format(long seed) {
        return seed % 3 == 0 ? FormatVersion.FIRST : FormatVersion.CURRENT;
    }

    private static List<Long> numbers() {
        return new ArrayList<>(List.of(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L));
    }

    private static int busyTick(List<LoggedTick> ticks, SplittableRandom random) {
        int at = random.nextInt(ticks.size());
        while (ticks.get(at).entries().isEmpty()) {
            at = (at + 1) % ticks.size();
        }
        return at;
    }

    private static String token(Entry entry) {
        return LoggedTick.TOKENS.get(entry.token()).name();
    }

    private static long sequence(List<LoggedTick> ticks, int at, int entry) {
        int token = ticks.get(at).entries().get(entry).token();
        long before = 0;
        for (LoggedTick tick : ticks.subList(0, at)) {
            boolean isSameDay =
                    Ticks.epochDay(tick.tick()) == Ticks.epochDay(ticks.get(at).tick());
            before += isSameDay
                    ? tick.entries().stream().filter(of -> of.token() == token).count()
                    : 0;
        }
        return before
                + ticks.get(at).entries().subList(0, entry).stream()
                        .filter(of -> of.token() == token)
                        .count();
    }

    private static List<LoggedTick> replaced(List<LoggedTick> ticks, int at, int entry, Entry by) {
        List<Entry> entries = new ArrayList<>(ticks.get(at).entries());
        entries.set(entry, by);
        return replaced(ticks, at, entries);
    }

    private static List<LoggedTick> replaced(List<LoggedTick> ticks, int at, List<Entry> entries) {
        List<LoggedTick> altered = new ArrayList<>(ticks);
        LoggedTick tick = ticks.get(at);
        altered.set(at, new LoggedTick(tick.tick(), tick.lastFrameTick(), entries));
        return altered;
    }
}
