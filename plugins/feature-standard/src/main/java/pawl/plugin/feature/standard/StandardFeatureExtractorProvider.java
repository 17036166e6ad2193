package pawl.plugin.feature.standard;

import java.util.List;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.api.plugin.Settings;

/** Provides {@link StandardFeatureExtractor} under the id {@code feature-standard}. */
public final class StandardFeatureExtractorProvider implements FeatureExtractorProvider {
    /** For ServiceLoader. */
    public StandardFeatureExtractorProvider() {}

    @Override
    public String id() {
        return "feature-standard";
    }

    @Override
    public FeatureExtractor create(List<String> venues, Settings settings) {
        return new StandardFeatureExtractor(venues.size(), StandardSettings.of(settings));
    }
}
