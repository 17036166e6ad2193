package feature.acme;

import java.util.List;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Ticks;

/** How the engine finds the plugin. */
public final class AcmeProvider implements FeatureExtractorProvider {
    private static final long MINUTE = 60 * Ticks.TICKS_PER_SECOND;

    /** For ServiceLoader. */
    public AcmeProvider() {}

    @Override
    public String id() {
        return "feature-acme";
    }

    @Override
    public FeatureExtractor create(List<String> venues, Settings settings) {
        settings.allowOnly("windowTicks"); // any other is refused, with its path in the configuration
        return new AcmeExtractor(settings.whole("windowTicks", 2 * MINUTE, 1, 60 * MINUTE));
    }
}
