package pawl.kernel.toy;

import java.nio.charset.StandardCharsets;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;

/** A configuration of toys, as text. */
public final class ToyConfiguration {
    public static final String YAML = """
            version: 1
            venues:
              - {name: alpha, adapter: exchange-toy}
              - {name: beta, adapter: exchange-toy}
            tiers:
              - {name: large, thresholdMultiplier: 1.25}
              - {name: small, thresholdMultiplier: 0.75}
            defaultTier: small
            tokens:
              - {name: AAA, priceExponent: -2, quantityExponent: -1, instruments: {alpha: AAA, beta: aaa}}
              - {name: BBB, priceExponent: -3, quantityExponent: 0, instruments: {beta: bbb}}
            features: {plugin: feature-toy}
            tierPolicy: {plugin: tier-toy}
            storage: {plugin: storage-toy}
            engine: {conflateBookTicker: true, outageTicks: 40, snapshotEveryTicks: 80}
            """;

    private ToyConfiguration() {}

    /** With a part of the text changed, which must be there. */
    public static Configuration with(String part, String replacement) throws ConfigurationException {
        if (!YAML.contains(part)) {
            throw new IllegalArgumentException("nowhere in the text: " + part);
        }
        return ConfigurationReader.read(
                "pawl.yaml", YAML.replace(part, replacement).getBytes(StandardCharsets.UTF_8));
    }

    public static Configuration standard() throws ConfigurationException {
        return with("", "");
    }
}
