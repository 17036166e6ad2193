package pawl.config;

/**
 * What one step needs, before the tier's and the phase's factor (D5, D6).
 *
 * @param enter above 0, at most 1
 * @param exit at least 0, below {@code enter}
 * @param persistTicks how many ticks the count must reach, 1 to 65,535
 */
public record StepConfiguration(RingStep into, double enter, double exit, int persistTicks) {}
