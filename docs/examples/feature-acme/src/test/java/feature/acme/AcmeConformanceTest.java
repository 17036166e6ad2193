package feature.acme;

import java.util.Set;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.testkit.FeatureExtractorContract;

/** The events are the kit's own. */
class AcmeConformanceTest extends FeatureExtractorContract {
    @Override
    protected FeatureExtractorProvider provider() {
        return new AcmeProvider();
    }

    @Override
    protected Set<Feature> given() {
        return Set.of(Feature.DIVERGENCE);
    }
}
