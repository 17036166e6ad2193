package pawl.plugin.tier.liquidity;

import static pawl.plugin.tier.liquidity.StateWords.LAST_TICK;
import static pawl.plugin.tier.liquidity.StateWords.MEAN_SPREAD_BPS;
import static pawl.plugin.tier.liquidity.StateWords.NOTIONAL_PER_MINUTE;
import static pawl.plugin.tier.liquidity.StateWords.NOTIONAL_SAMPLES;
import static pawl.plugin.tier.liquidity.StateWords.SPREAD_SAMPLES;
import static pawl.plugin.tier.liquidity.StateWords.STREAK;

import java.util.List;
import pawl.api.event.EventView;
import pawl.api.plugin.SettingsException;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;

/**
 * Starts a token in the tier that the configuration names and moves it by one tier when its liquidity has been clearly across a
 * boundary for a number of cadences in a row (D6). A cadence ends on each tick that its length divides.
 */
final class LiquidityTierPolicy implements TierPolicy {
    private final Tier[] tiers;
    private final Boundary[] boundaries;
    private final LiquidityMeter meter;
    private final long cadenceTicks;
    private final long warmUpCadences;
    private final long persistCadences;
    private final double band;

    LiquidityTierPolicy(List<Tier> tiers, LiquiditySettings settings) {
        this.tiers = tiers.toArray(Tier[]::new);
        boundaries = settings.boundaries().toArray(Boundary[]::new);
        meter = new LiquidityMeter(settings);
        cadenceTicks = settings.cadenceTicks();
        warmUpCadences = settings.warmUpCadences();
        persistCadences = settings.persistCadences();
        band = settings.band();
    }

    @Override
    public int stateWords() {
        return StateWords.COUNT;
    }

    /** @throws SettingsException when no tier has the name that the token's configuration gives */
    @Override
    public int initialTier(Token token) {
        for (int tier = 0; tier < tiers.length; tier++) {
            if (tiers[tier].name().equals(token.tierName())) {
                return tier;
            }
        }
        throw unknownTier(token);
    }

    @Override
    public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
        if (state.getLong(LAST_TICK) != tick - 1) {
            // An outage: the cadence is not whole, and what had persisted is broken off (D2). The means stay.
            meter.drop(state);
            state.setLong(STREAK, 0);
        }
        state.setLong(LAST_TICK, tick);
        meter.read(token, events, state);
        if (tick % cadenceTicks != 0 || !meter.closeCadence(state)) {
            return currentTier;
        }
        return state.getLong(NOTIONAL_SAMPLES) < warmUpCadences ? currentTier : decide(currentTier, state);
    }

    private int decide(int currentTier, StateBlock state) {
        int step = wantedStep(currentTier, state);
        long streak = state.getLong(STREAK);
        streak = Long.signum(streak) == step ? streak + step : step;
        boolean persists = Math.abs(streak) >= persistCadences;
        state.setLong(STREAK, persists ? 0 : streak);
        return persists ? currentTier + step : currentTier;
    }

    /** −1 towards the more liquid tier, 1 towards the less liquid, 0 for neither. */
    private int wantedStep(int currentTier, StateBlock state) {
        double notional = state.getDouble(NOTIONAL_PER_MINUTE);
        double spreadBps = state.getDouble(MEAN_SPREAD_BPS);
        boolean hasSpread = state.getLong(SPREAD_SAMPLES) >= warmUpCadences;
        if (currentTier < boundaries.length && boundaries[currentTier].expels(notional, hasSpread, spreadBps, band)) {
            return 1;
        }
        if (currentTier > 0 && boundaries[currentTier - 1].admits(notional, hasSpread, spreadBps, band)) {
            return -1;
        }
        return 0;
    }

    @Override
    public double thresholdMultiplier(int tier) {
        return tiers[tier].thresholdMultiplier();
    }

    @Override
    public double memberWeight(int tier) {
        return tiers[tier].memberWeight();
    }

    private SettingsException unknownTier(Token token) {
        StringBuilder names = new StringBuilder();
        for (Tier tier : tiers) {
            names.append(names.isEmpty() ? "" : ", ").append(tier.name());
        }
        return new SettingsException(
                "tokens." + token.name() + ".tier",
                "no tier is named " + token.tierName() + "; the tiers are " + names);
    }
}
