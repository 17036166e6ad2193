package pawl.scenario;

/**
 * What a scenario is, for a list.
 *
 * @param title one line: what happens
 * @param configuration the shipped configuration that fits it
 * @param defaultHours of market time
 */
public record ScenarioDescription(
        String name, String title, String configuration, int defaultTokens, int defaultHours) {}
