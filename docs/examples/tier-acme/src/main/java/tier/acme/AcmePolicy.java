package tier.acme;

import java.util.List;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/**
 * A token stands in the tier that the configuration gives it, and one below while it trades less than a quiet hour's notional. It is
 * judged at the end of each hour of the tick clock, so that it cannot flap.
 */
final class AcmePolicy implements TierPolicy {
    private static final long HOUR_TICKS = 3_600 * Ticks.TICKS_PER_SECOND;
    private static final int NOTIONAL = 0;
    private static final int WORDS = 1;

    private final List<Tier> tiers;
    private final double quietNotionalPerHour;

    AcmePolicy(List<Tier> tiers, double quietNotionalPerHour) {
        this.tiers = List.copyOf(tiers);
        this.quietNotionalPerHour = quietNotionalPerHour;
    }

    @Override
    public int stateWords() {
        return WORDS;
    }

    @Override
    public int initialTier(Token token) {
        for (int tier = 0; tier < tiers.size(); tier++) {
            if (tiers.get(tier).name().equals(token.tierName())) {
                return tier;
            }
        }
        throw new IllegalArgumentException("token " + token.name() + " is in the tier " + token.tierName()
                + ", which is not among those configured");
    }

    @Override
    public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
        double notional = state.getDouble(NOTIONAL);
        for (int event = 0; event < events.size(); event++) {
            if (events.kind(event) == EventKind.TRADE && !events.has(event, EventFlag.OFF_BOOK)) {
                notional += token.price(events.priceMantissa(event)) * token.quantity(events.quantityMantissa(event));
            }
        }
        boolean isHourOver = (tick + 1) % HOUR_TICKS == 0;
        state.setDouble(NOTIONAL, isHourOver ? 0 : notional);
        if (!isHourOver) {
            return currentTier;
        }
        int configured = initialTier(token);
        boolean isQuiet = notional < quietNotionalPerHour && configured < tiers.size() - 1;
        return isQuiet ? configured + 1 : configured;
    }

    @Override
    public double thresholdMultiplier(int tier) {
        return tiers.get(tier).thresholdMultiplier();
    }

    @Override
    public double memberWeight(int tier) {
        return tiers.get(tier).memberWeight();
    }
}
