package pawl.plugin.tier.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.event.EventBatch;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;
import pawl.api.token.Token;

final class StaticTierPolicyTest {
    private static final List<Tier> TIERS =
            List.of(new Tier("major", 1.15, 3), new Tier("standard", 1, 2), new Tier("thin", 0.9, 1));

    private final StaticTierPolicyProvider provider = new StaticTierPolicyProvider();
    private final TierPolicy policy = provider.create(TIERS, settings(Map.of()));
    private final StateBlock noState = new StateBlock(new long[0], 0, 0);

    @ParameterizedTest
    @CsvSource({"major, 0, 1.15", "standard, 1, 1", "thin, 2, 0.9"})
    void tokenHasTheTierItsConfigurationNames(String name, int tier, double multiplier) {
        assertThat(policy.initialTier(token(name))).isEqualTo(tier);
        assertThat(policy.thresholdMultiplier(tier)).isEqualTo(multiplier);
        for (int current = 0; current < TIERS.size(); current++) {
            assertThat(policy.assign(token(name), 7, current, new EventBatch(), noState))
                    .isEqualTo(tier);
        }
    }

    @Test
    void unknownTierIsNamed() {
        assertThatThrownBy(() -> policy.initialTier(token("huge")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("tokens.CHZUSDT.tier: no tier is named huge; the tiers are major, standard, thin");
    }

    @Test
    void hasNoSettings() {
        assertThatThrownBy(() -> provider.create(TIERS, settings(Map.of("band", 0.1))))
                .isInstanceOf(SettingsException.class)
                .hasMessage("tierPolicy.settings.band: unknown setting; allowed are none");
    }

    @Test
    void keepsNoState() {
        assertThat(policy.stateWords()).isEqualTo(0);
    }

    @Test
    void moduleProvidesThePolicyAndExportsNothing() {
        ModuleDescriptor module = StaticTierPolicyProvider.class.getModule().getDescriptor();

        assertThat(provider.id()).isEqualTo("tier-static");
        assertThat(module.exports()).isEmpty();
        assertThat(module.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo(TierPolicyProvider.class.getName());
            assertThat(provides.providers()).containsExactly(StaticTierPolicyProvider.class.getName());
        });
    }

    private static Token token(String tierName) {
        return new Token(0, "CHZUSDT", tierName, -5, 0, -8, 480);
    }

    private static Settings settings(Map<String, ?> values) {
        return Settings.of("tierPolicy.settings", values);
    }
}
