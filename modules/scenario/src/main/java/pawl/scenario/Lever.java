package pawl.scenario;

/** What a script moves a market with; the market answers by its own rules. */
enum Lever {
    /** How strongly leveraged buyers come in, 0 to 1. */
    DEMAND,
    /** How far market makers step back and prices stop moving ahead of the event, 0 to 1. */
    HUSH,
    /** How strongly holders sell whatever the price, 0 to 1. */
    SALE,
    /** How strongly leveraged positions are closed without haste, 0 to 1. */
    RETREAT,
    /** How strongly buyers come back after a fall, 0 to 1. */
    RECOVERY,
    /** How strongly leveraged sellers come in, so that funding turns negative, 0 to 1. */
    SHORTING
}
