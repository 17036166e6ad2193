package pawl.plugin.tier.liquidity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;
import pawl.api.token.Token;

final class LiquidityTierPolicyTest {
    private static final List<Tier> TIERS =
            List.of(new Tier("major", 1.15, 3), new Tier("mid", 1, 2), new Tier("thin", 0.9, 1));
    private static final Token TOKEN = new Token(0, "CHZUSDT", "mid", -2, 0, -8, 480);
    private static final long CADENCE_TICKS = 8;
    /** A cadence of eight ticks is two seconds. */
    private static final double CADENCES_PER_MINUTE = 30;

    private static final Map<String, Object> SETTINGS = new TreeMap<>(Map.of(
            "cadenceTicks", CADENCE_TICKS,
            "windowCadences", 1,
            "warmUpCadences", 2,
            "persistCadences", 3,
            "band", 0.2,
            "leastNotionalPerMinute.major", 300_000,
            "mostSpreadBps.major", 20,
            "leastNotionalPerMinute.mid", 30_000));

    private final TierPolicy policy = policy(SETTINGS);
    private final long[] words = new long[policy.stateWords()];
    private final StateBlock state = new StateBlock(words, 0, words.length);
    private final EventBatch events = new EventBatch();
    private long tick = 1_000_000 * CADENCE_TICKS + 1;
    private int tier = policy.initialTier(TOKEN);

    private static TierPolicy policy(Map<String, ?> settings) {
        return new LiquidityTierPolicyProvider().create(TIERS, Settings.of("tierPolicy.settings", settings));
    }

    private void quote(long bidCents, long askCents) {
        events.add(EventKind.BOOK_TICKER, 0, 0, 0, 0, bidCents, 1, askCents, 1);
    }

    /** Runs whole cadences with a trade at 1.00 in the first tick of each. */
    private void cadences(int count, long quantity) {
        for (int i = 0; i < count; i++) {
            events.add(EventKind.TRADE, 0, 0, 0, 0, 100, quantity, 0, 0);
            for (int j = 0; j < CADENCE_TICKS; j++) {
                flush();
            }
        }
    }

    private void flush() {
        tier = policy.assign(TOKEN, tick++, tier, events, state);
        events.clear();
    }

    @Test
    void promotesByOneTierAfterPersisting() {
        quote(10_000, 10_001);
        cadences(3, 100_000);
        assertThat(tier).isEqualTo(1);
        cadences(1, 100_000);
        assertThat(tier).isEqualTo(0);
        assertThat(state.getDouble(StateWords.NOTIONAL_PER_MINUTE)).isEqualTo(100_000 * CADENCES_PER_MINUTE);
        assertThat(state.getDouble(StateWords.MEAN_SPREAD_BPS)).isCloseTo(1, within(1e-3));
    }

    @Test
    void withoutAQuoteNoTierThatLimitsTheSpreadIsReached() {
        cadences(20, 100_000);
        assertThat(tier).isEqualTo(1);
    }

    @Test
    void demotesStepByStep() {
        tier = 0;
        cadences(4, 100);
        assertThat(tier).isEqualTo(1);
        cadences(2, 100);
        assertThat(tier).isEqualTo(1);
        cadences(1, 100);
        assertThat(tier).isEqualTo(2);
        cadences(20, 100);
        assertThat(tier).isEqualTo(2);
    }

    @Test
    void wideSpreadDemotesHoweverMuchIsTraded() {
        tier = 0;
        quote(10_000, 10_050);
        cadences(6, 1_000_000);
        assertThat(tier).isEqualTo(1);
    }

    @Test
    void insideTheBandNothingChanges() {
        quote(10_000, 10_001);
        for (int start = 0; start < TIERS.size(); start++) {
            tier = start;
            // 0.85 and 1.15 times the boundary of the best tier; of the middle one it is far above.
            cadences(10, 8_500);
            assertThat(tier).isEqualTo(start == 2 ? 1 : start);
            cadences(10, 11_500);
            assertThat(tier).isEqualTo(start == 2 ? 1 : start);
        }
    }

    @Test
    void interruptionStartsTheCountAnew() {
        quote(10_000, 10_001);
        cadences(3, 100_000);
        cadences(1, 10_000);
        cadences(2, 100_000);
        assertThat(tier).isEqualTo(1);
        cadences(1, 100_000);
        assertThat(tier).isEqualTo(0);
    }

    @Test
    void outageBreaksTheCountAndDropsThePartOfACadence() {
        quote(10_000, 10_001);
        cadences(3, 100_000);
        double notional = state.getDouble(StateWords.NOTIONAL_PER_MINUTE);
        tick += 100 * CADENCE_TICKS + 3;

        // Up to the next cadence's end, which is not a whole one.
        flush();
        while ((tick - 1) % CADENCE_TICKS != 0) {
            flush();
        }
        assertThat(state.getDouble(StateWords.NOTIONAL_PER_MINUTE)).isEqualTo(notional);
        cadences(2, 100_000);
        assertThat(tier).isEqualTo(1);
        cadences(1, 100_000);
        assertThat(tier).isEqualTo(0);
    }

    @Test
    void offBookTradesAndSecondVenuesQuotesCountNothing() {
        quote(10_000, 10_010);
        events.add(EventKind.BOOK_TICKER, 1, 0, 0, 0, 10_000, 1, 20_000, 1);
        events.add(EventKind.TRADE, 0, EventFlag.OFF_BOOK, 0, 0, 100, 1_000_000, 0, 0);
        cadences(1, 7);
        assertThat(state.getDouble(StateWords.NOTIONAL_PER_MINUTE)).isEqualTo(7 * CADENCES_PER_MINUTE);
        assertThat(state.getDouble(StateWords.MEAN_SPREAD_BPS)).isCloseTo(10, within(0.01));
    }

    @Test
    void bookWithAnEmptySideHasNoSpread() {
        quote(10_000, 10_010);
        cadences(1, 7);
        double spreadBps = state.getDouble(StateWords.MEAN_SPREAD_BPS);

        quote(0, 10_010);
        cadences(3, 7);

        assertThat(state.getDouble(StateWords.MEAN_SPREAD_BPS)).isEqualTo(spreadBps);
        assertThat(state.getLong(StateWords.SPREAD_SAMPLES)).isEqualTo(1);
    }

    @Test
    void meanOverCadencesIsExponentialAfterAPlainStart() {
        Map<String, Object> settings = new TreeMap<>(SETTINGS);
        settings.put("windowCadences", 9);
        TierPolicy slow = policy(settings);
        List<Double> samples = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 60; i++) {
            long quantity = random.nextLong(100_000);
            events.add(EventKind.TRADE, 0, 0, 0, 0, 100, quantity, 0, 0);
            for (int j = 0; j < CADENCE_TICKS; j++) {
                slow.assign(TOKEN, tick++, 1, events, state);
                events.clear();
            }
            samples.add(quantity * CADENCES_PER_MINUTE);
            double mean = 0;
            for (int k = 0; k < samples.size(); k++) {
                double weight = Math.max(1.0 / (k + 1), 0.2);
                mean = (1 - weight) * mean + weight * samples.get(k);
            }
            assertThat(state.getDouble(StateWords.NOTIONAL_PER_MINUTE)).isCloseTo(mean, within(1e-6));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tierMovesByOneOnCadencesOnlyAndRunsAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] otherWords = new long[words.length];
        StateBlock other = new StateBlock(otherWords, 0, otherWords.length);
        int otherTier = tier;
        int changes = 0;
        for (int i = 0; i < 20_000; i++) {
            tick += random.nextInt(5_000) == 0 ? random.nextLong(100) : 0;
            boolean isBusy = i / 500 % 2 == 0;
            fill(random, isBusy);
            otherTier = policy.assign(TOKEN, tick, otherTier, events, other);
            int before = tier;
            flush();
            assertThat(tier).isEqualTo(otherTier).isBetween(0, TIERS.size() - 1);
            assertThat(words).isEqualTo(otherWords);
            assertThat(Math.abs(tier - before)).isLessThanOrEqualTo((tick - 1) % CADENCE_TICKS == 0 ? 1 : 0);
            changes += Math.abs(tier - before);
        }
        assertThat(changes).isGreaterThan(5);
    }

    private void fill(SplittableRandom random, boolean isBusy) {
        for (int i = random.nextInt(4); i > 0; i--) {
            long quantity = isBusy ? random.nextLong(40_000) : random.nextLong(40);
            boolean isHuge = random.nextInt(10_000) == 0;
            events.add(EventKind.TRADE, 0, 0, 0, 0, isHuge ? Long.MAX_VALUE : 100, quantity, 0, 0);
            long bid = random.nextInt(20) == 0 ? 0 : 10_000;
            events.add(EventKind.BOOK_TICKER, random.nextInt(2), 0, 0, 0, bid, 1, 10_000 + random.nextInt(10), 1);
        }
    }

    @Test
    void initialTierIsTheConfiguredOne() {
        assertThat(policy.initialTier(TOKEN)).isEqualTo(1);
        assertThat(policy.thresholdMultiplier(0)).isEqualTo(1.15);
        Token unknown = new Token(0, "CHZUSDT", "huge", -2, 0, -8, 480);
        assertThatThrownBy(() -> policy.initialTier(unknown))
                .isInstanceOf(SettingsException.class)
                .hasMessage("tokens.CHZUSDT.tier: no tier is named huge; the tiers are major, mid, thin");
    }

    @Test
    void moduleProvidesThePolicyAndExportsNothing() {
        ModuleDescriptor module = LiquidityTierPolicyProvider.class.getModule().getDescriptor();

        assertThat(new LiquidityTierPolicyProvider().id()).isEqualTo("tier-liquidity");
        assertThat(module.exports()).isEmpty();
        assertThat(module.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo(TierPolicyProvider.class.getName());
            assertThat(provides.providers()).containsExactly(LiquidityTierPolicyProvider.class.getName());
        });
    }
}
