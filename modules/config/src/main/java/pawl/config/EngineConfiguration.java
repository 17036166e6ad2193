package pawl.config;

/**
 * How the engine runs.
 *
 * @param conflateBookTicker whether only the last quote of each tick and venue is kept (D3)
 * @param outageTicks how long all feeds must be silent for the silence to be an outage (D2), above 0
 * @param snapshotEveryTicks between two snapshots of a token, above 0
 */
public record EngineConfiguration(boolean conflateBookTicker, int outageTicks, int snapshotEveryTicks) {}
