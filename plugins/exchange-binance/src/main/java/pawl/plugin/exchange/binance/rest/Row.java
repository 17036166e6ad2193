package pawl.plugin.exchange.binance.rest;

/**
 * One object of a REST body.
 *
 * @param offset of the object from the start of the frame, in bytes
 */
public record Row<T extends Body>(T body, int offset) {}
