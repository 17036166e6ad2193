package pawl.fsm;

/**
 * How a token whose pressure fades leaves a machine that only goes forward (D5).
 *
 * @param afterTicks how long heat must stay below the exit of the step that led here, above 0
 * @param dwellTicks how long a dissipating token stays in each state that it passes, above 0
 */
public record Dissipation(int afterTicks, int dwellTicks) {

    /** @throws IllegalArgumentException when a number is not above 0 */
    public Dissipation {
        if (afterTicks < 1 || dwellTicks < 1) {
            throw new IllegalArgumentException(
                    "dissipation after " + afterTicks + " ticks, dwelling " + dwellTicks + ": both are at least 1");
        }
    }
}
