package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.api.plugin.Settings;

final class StandardFeatureExtractorProviderTest {
    @Test
    void moduleProvidesTheExtractorAndExportsNothing() {
        ModuleDescriptor module =
                StandardFeatureExtractorProvider.class.getModule().getDescriptor();

        assertThat(module.exports()).isEmpty();
        assertThat(module.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo(FeatureExtractorProvider.class.getName());
            assertThat(provides.providers()).containsExactly(StandardFeatureExtractorProvider.class.getName());
        });
    }

    @Test
    void idAndSizeOfStateArePermanent() {
        StandardFeatureExtractorProvider provider = new StandardFeatureExtractorProvider();

        assertThat(provider.id()).isEqualTo("feature-standard");
        assertThat(provider.create(List.of("binance"), Settings.of("features.settings", Map.of()))
                        .stateWords())
                .isEqualTo(43 + 7);
        assertThat(provider.create(List.of("binance", "bybit", "okx"), Settings.of("features.settings", Map.of()))
                        .stateWords())
                .isEqualTo(3 * 43 + 7);
    }
}
