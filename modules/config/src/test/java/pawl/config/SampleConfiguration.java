package pawl.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A small valid configuration for tests to bend. */
final class SampleConfiguration {
    static final String TEXT = """
            version: 1
            venues:
              - {name: binance, adapter: exchange-binance}
              - {name: bybit, adapter: exchange-bybit}
            tiers:
              - {name: major, thresholdMultiplier: 1.5}
              - {name: standard, thresholdMultiplier: 1}
            defaultTier: standard
            tokens:
              - {name: ETH, priceExponent: -2, quantityExponent: -3, instruments: {binance: ETHUSDT, bybit: ETHUSDT}}
              - {name: BTC, tier: major, priceExponent: -2, quantityExponent: -4, instruments: {binance: BTCUSDT}}
            features: {plugin: feature-standard}
            tierPolicy: {plugin: tier-static}
            storage: {plugin: storage-memory}
            """;

    private SampleConfiguration() {}

    static Configuration read(String text) throws ConfigurationException {
        return ConfigurationReader.read("pawl.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The folder that the distribution ships. */
    static Path shippedFolder() {
        return Path.of(System.getProperty("pawl.root"), "config");
    }

    /** Each problem as the user sees it; none for a configuration that is fine. */
    static List<String> problems(byte[] bytes) {
        try {
            ConfigurationReader.read("pawl.yaml", bytes);
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems().stream().map(ConfigurationProblem::toString).toList();
        }
    }

    static List<String> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }
}
