/**
 * Synthetic markets: seeded models of prices, books, trades, leverage and liquidations around an event, told in the wire format of an
 * exchange. It stands outside the engine and knows nothing of it; what it makes is labelled synthetic wherever it is shown.
 */
@SuppressWarnings("module") // pawl.cli is compiled later
module pawl.scenario {
    requires static org.jspecify;

    exports pawl.scenario to
            pawl.cli;
}
