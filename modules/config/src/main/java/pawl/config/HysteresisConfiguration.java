package pawl.config;

/**
 * A threshold with hysteresis and persistence, before any factor.
 *
 * @param enter above 0, at most 1
 * @param exit at least 0, below {@code enter}
 * @param persistTicks how many ticks the count must reach, 1 to 65,535
 */
public record HysteresisConfiguration(double enter, double exit, int persistTicks) {}
