package pawl.venue;

/**
 * One stream, as the source names it.
 *
 * @param source frames that came up in the market
 * @param sent frames given to sockets: one that two sockets were given counts twice; a reset may still lose them
 * @param duplicates frames given to sockets once more, by a fault; not among {@code sent}
 * @param unheard frames that no socket was given
 */
public record StreamReport(long source, long sent, long duplicates, long unheard) {}
