package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.feature.Feature;
import pawl.api.token.Token;

/**
 * Any stream of events gives scores in range and the same bits in every run. The block itself refuses a state that is not finite.
 */
final class RandomStreamTest {
    private static final int TICKS = 4_000;
    private static final int VENUES = 3;
    private static final long[] EXTREMES = {0, 1, 2, 1_000, 1_000_000_007L, 1L << 53, Long.MAX_VALUE};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void scoresAreBoundedAndRunsAgree(long seed) {
        Token token = token(new SplittableRandom(seed));
        Market one = new Market(token, VENUES, Map.of());
        Market two = new Market(token, VENUES, Map.of());
        SplittableRandom random = new SplittableRandom(seed);
        int valid = 0;
        for (int i = 0; i < TICKS; i++) {
            fill(random, one.events, one.nowMs());
            for (int event = 0; event < one.events.size(); event++) {
                two.events.addFrom(one.events, event);
            }
            if (random.nextInt(1_500) == 0) {
                long missing = random.nextInt(2_000);
                one.tick += missing;
                two.tick += missing;
                one.restart();
                two.restart();
            }
            if (i == TICKS / 2) {
                // As a snapshot does.
                System.arraycopy(one.words, 0, two.words, 0, one.words.length);
            }
            one.flush();
            two.flush();
            assertThat(two.bits()).as("tick %d", i).isEqualTo(one.bits());
            valid += checkScores(one);
        }
        assertThat(valid).as("scores seen").isPositive();
    }

    private static int checkScores(Market market) {
        int valid = 0;
        for (Feature feature : Feature.values()) {
            if (market.isValid(feature)) {
                valid++;
                boolean isSigned = feature.ordinal() <= Feature.DIVERGENCE.ordinal();
                assertThat(market.score(feature)).as(feature.name()).isBetween(isSigned ? -1.0 : 0.0, 1.0);
            }
        }
        return valid;
    }

    private static Token token(SplittableRandom random) {
        return new Token(
                0, "T", "t", -random.nextInt(19), -random.nextInt(19), -random.nextInt(19), 1 + random.nextInt(480));
    }

    private static void fill(SplittableRandom random, EventBatch events, long nowMs) {
        EventKind[] kinds = EventKind.values();
        int count = random.nextInt(3) == 0 ? random.nextInt(6) : 0;
        for (int i = 0; i < count; i++) {
            EventKind kind = kinds[random.nextInt(kinds.length)];
            // Now and then a venue's clock is years off.
            long timeMs = random.nextInt(50) == 0 ? number(random) : nowMs - random.nextInt(2_000);
            int flags = random.nextInt(1 << 10) & ~EventFlag.OFF_BOOK;
            long a = number(random);
            long b = number(random);
            long c = number(random);
            long d = number(random);
            if (kind == EventKind.FUNDING) {
                a = random.nextBoolean() ? a : -a;
                c = 1 + random.nextInt(480);
            }
            events.add(kind, random.nextInt(VENUES), flags, timeMs, number(random), a, b, c, d);
        }
    }

    private static long number(SplittableRandom random) {
        return random.nextInt(3) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : 1 + random.nextLong(1_000_000);
    }

    @Test
    void extractorHasNoFieldThatCanChange() {
        List<Class<?>> seen = new ArrayList<>();
        checkFields(StandardFeatureExtractor.class, seen);
        assertThat(seen).contains(OpenInterestVelocity.class, FundingSkew.class, Returns.class, LiquidityStress.class);
    }

    private static void checkFields(Class<?> type, List<Class<?>> seen) {
        if (type.isPrimitive() || seen.contains(type)) {
            return;
        }
        assertThat(type.getPackageName()).isEqualTo(StandardFeatureExtractor.class.getPackageName());
        seen.add(type);
        for (Field field : type.getDeclaredFields()) {
            assertThat(Modifier.isFinal(field.getModifiers()))
                    .as(field.toString())
                    .isTrue();
            checkFields(field.getType(), seen);
        }
    }
}
