package pawl.config;

/**
 * A token that was found in a recording rather than configured. What is not stated here has the configuration's defaults.
 *
 * @param venue name of a configured venue
 * @param symbol the venue's name for it
 */
public record DiscoveredToken(String name, String venue, String symbol, int priceExponent, int quantityExponent) {}
