package pawl.plugin.feature.standard;

import java.util.EnumSet;
import java.util.Set;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.testkit.FeatureExtractorContract;

/** The standard features, held to the contract of every feature plugin. */
class StandardFeaturesConformanceTest extends FeatureExtractorContract {
    @Override
    protected FeatureExtractorProvider provider() {
        return new StandardFeatureExtractorProvider();
    }

    @Override
    protected Set<Feature> given() {
        return EnumSet.allOf(Feature.class);
    }
}
