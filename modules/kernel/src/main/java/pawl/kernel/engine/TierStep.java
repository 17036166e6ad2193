package pawl.kernel.engine;

import pawl.api.event.EventBatch;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;

/** One token's calls of the tier plugin, which is held to its contract: whatever it does wrong stops the engine. */
final class TierStep {
    private static final int HIGHEST_TIER = 255;

    private final Token token;
    private final EnginePlan.TierPlugin plugin;
    private final StateBlock state;
    private final Witness witness;
    private final StateSeal seal = new StateSeal();
    private long calls;

    /**
     * @param witness shared by all tokens
     * @param state the token's
     */
    TierStep(Token token, EnginePlan.TierPlugin plugin, StateBlock state, Witness witness) {
        this.token = token;
        this.plugin = plugin;
        this.state = state;
        this.witness = witness;
    }

    /** The tier of a token that was never seen. */
    int initialTier() {
        try {
            int tier = requireTier(plugin.policy().initialTier(token));
            int witnessed = plugin.witness().initialTier(token);
            if (witnessed != tier) {
                throw Witness.difference("gave the first tier " + witnessed + ", not " + tier);
            }
            return tier;
        } catch (Throwable e) {
            throw EngineFault.of(plugin.pluginId(), token, e);
        }
    }

    /** What the thresholds of a tier are multiplied with. */
    double multiplier(int tier) {
        try {
            return requireMultiplier(tier);
        } catch (Throwable e) {
            throw EngineFault.of(plugin.pluginId(), token, e);
        }
    }

    /** What the token weighs among others. */
    double memberWeight(int tier) {
        try {
            return requireFactor(plugin.policy().memberWeight(tier), "weight", tier);
        } catch (Throwable e) {
            throw EngineFault.of(plugin.pluginId(), token, e);
        }
    }

    /** The tier from the next tick on. */
    int assign(long tick, int currentTier, EventBatch flushed) {
        boolean isWitnessed = Witness.isDue(token, tick, calls);
        calls++;
        int modifications = flushed.modifications();
        try {
            seal.requireWhole(state);
            if (isWitnessed) {
                witness.keep(state);
            }
            int tier = plugin.policy().assign(token, tick, currentTier, flushed, state);
            LentEvents.requireUnchanged(flushed, modifications);
            if (tier != currentTier) {
                requireTier(tier);
            }
            if (isWitnessed) {
                askWitness(tick, currentTier, flushed, tier);
                LentEvents.requireUnchanged(flushed, modifications);
                seal.set(state);
            }
            return tier;
        } catch (Throwable e) {
            throw EngineFault.of(plugin.pluginId(), token, e);
        }
    }

    private void askWitness(long tick, int currentTier, EventBatch flushed, int tier) {
        TierPolicy first = plugin.policy();
        TierPolicy second = plugin.witness();
        second.assign(token, witness.decoyTick(tick), currentTier, witness.decoyEvents(), witness.decoyState());
        int witnessed = second.assign(token, tick, currentTier, flushed, witness.copy());
        if (witnessed != tier) {
            throw Witness.difference("assigned tier " + witnessed + ", not " + tier);
        }
        witness.requireSame(state);
        requireSame("multiplier", tier, second.thresholdMultiplier(tier), first.thresholdMultiplier(tier));
        requireSame("weight", tier, second.memberWeight(tier), first.memberWeight(tier));
    }

    private static void requireSame(String what, int tier, double witnessed, double expected) {
        if (Double.doubleToRawLongBits(witnessed) != Double.doubleToRawLongBits(expected)) {
            throw Witness.difference("gave tier " + tier + " the " + what + " " + witnessed + ", not " + expected);
        }
    }

    /** The tier, when a log can name it and its thresholds have a factor. */
    private int requireTier(int tier) {
        if (tier < 0 || tier > HIGHEST_TIER) {
            throw new IllegalArgumentException(
                    "tier " + tier + " is none; a tier is a position among those configured");
        }
        requireMultiplier(tier);
        return tier;
    }

    private double requireMultiplier(int tier) {
        return requireFactor(plugin.policy().thresholdMultiplier(tier), "multiplier", tier);
    }

    private static double requireFactor(double factor, String what, int tier) {
        // Written so that NaN is refused too.
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "the " + what + " of tier " + tier + " is " + factor + "; it is to be finite and above 0 (D4)");
        }
        return factor;
    }
}
