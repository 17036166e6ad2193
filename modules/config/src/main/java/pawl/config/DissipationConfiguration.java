package pawl.config;

/**
 * How a token whose heat fades leaves the ring (D5).
 *
 * @param afterTicks how long heat must stay below exit, above 0
 * @param dwellTicks the least time in each state that the token then passes, above 0
 */
public record DissipationConfiguration(int afterTicks, int dwellTicks) {}
