package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.SplittableRandom;
import pawl.api.event.EventBatch;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;
import pawl.api.token.Token;

/** What tiers a policy gives, and what they are worth. */
final class TierCases {
    private static final int TICKS = 4_000;
    private static final int SEEDS = 20;

    private final TierPolicyProvider provider;
    private final Settings settings;
    private final List<Tier> tiers;
    private final Token token;
    private final int venues;

    TierCases(TierPolicyProvider provider, Settings settings, List<Tier> tiers, Token token, int venues) {
        this.provider = provider;
        this.settings = settings;
        this.tiers = tiers;
        this.token = token;
        this.venues = venues;
    }

    void initialTier() {
        TierPolicy policy = provider.create(tiers, settings);
        for (Tier tier : tiers) {
            Token each = new Token(0, "T", tier.name(), -4, -2, -8, 480);
            int initial = policy.initialTier(each);
            requireTier(initial, "initialTier of a token configured as " + tier.name());
            assertEquals(initial, policy.initialTier(each), "initialTier asked twice");
            assertEquals(
                    initial, provider.create(tiers, settings).initialTier(each), "initialTier of another instance");
        }
    }

    /** Whatever the numbers, kinds and the tier in force. */
    void anyNumbers() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            TierLogic logic = new TierLogic(provider.create(tiers, settings));
            Lane lane = new Lane(token, logic);
            MarketEvents market = new MarketEvents(seed, token, venues);
            SplittableRandom random = new SplittableRandom(seed);
            EventBatch events = new EventBatch();
            for (int i = 0; i < TICKS; i++) {
                String when = "seed " + seed + ", tick " + i;
                market.wild(events, lane.tick());
                if (random.nextInt(500) == 0) {
                    lane.result()[0] = random.nextInt(tiers.size());
                }
                try {
                    lane.run(logic, events);
                } catch (RuntimeException fault) {
                    throw new AssertionError("a policy throws nothing, whatever the numbers; at " + when, fault);
                }
                requireTier((int) lane.result()[0], when);
            }
        }
    }

    private void requireTier(int tier, String when) {
        if (tier < 0 || tier >= tiers.size()) {
            fail(when + ": tier " + tier + " of " + tiers.size());
        }
    }

    /** Finite, above 0, and the same at every asking. */
    void multipliers() {
        TierPolicy policy = provider.create(tiers, settings);
        TierPolicy other = provider.create(tiers, settings);
        for (int tier = 0; tier < tiers.size(); tier++) {
            requireFactor(policy.thresholdMultiplier(tier), "thresholdMultiplier", tier);
            requireFactor(policy.memberWeight(tier), "memberWeight", tier);
            assertEquals(
                    policy.thresholdMultiplier(tier),
                    other.thresholdMultiplier(tier),
                    "thresholdMultiplier of " + tier);
            assertEquals(policy.memberWeight(tier), other.memberWeight(tier), "memberWeight of " + tier);
        }
    }

    private static void requireFactor(double factor, String what, int tier) {
        if (!Double.isFinite(factor) || factor <= 0) {
            fail(what + " of tier " + tier + " is " + factor + "; it is finite and above 0");
        }
    }
}
