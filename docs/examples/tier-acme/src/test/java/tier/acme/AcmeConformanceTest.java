package tier.acme;

import pawl.api.tier.TierPolicyProvider;
import pawl.testkit.TierPolicyContract;

/** The events are the kit's own. */
class AcmeConformanceTest extends TierPolicyContract {
    @Override
    protected TierPolicyProvider provider() {
        return new AcmeProvider();
    }
}
