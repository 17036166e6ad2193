package tier.acme;

import java.util.List;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;

/** How the engine finds the plugin. */
public final class AcmeProvider implements TierPolicyProvider {
    /** For ServiceLoader. */
    public AcmeProvider() {}

    @Override
    public String id() {
        return "tier-acme";
    }

    @Override
    public TierPolicy create(List<Tier> tiers, Settings settings) {
        settings.allowOnly("quietNotionalPerHour"); // any other is refused, with its path in the configuration
        return new AcmePolicy(tiers, settings.number("quietNotionalPerHour", 10_000, 0, 1e15));
    }
}
