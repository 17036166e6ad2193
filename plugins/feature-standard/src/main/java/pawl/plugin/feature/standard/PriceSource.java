package pawl.plugin.feature.standard;

/** Where the sampled price comes from. The order is part of the state's format. */
enum PriceSource {
    NONE,
    QUOTE,
    TRADE
}
