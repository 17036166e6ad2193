package pawl.fsm;

import java.util.List;

/**
 * The token machine as a table (D5): for each state the one row that leads out of it. The rows are fixed here; their thresholds come
 * from configuration.
 */
public final class TokenTable {
    /**
     * One step.
     *
     * @param from where it starts; it leads to {@link TokenState#next}
     * @param measure what its condition looks at
     * @param dissipates whether a token that waits in {@code from} may fade away (D5)
     */
    public record Row(TokenState from, Measure measure, boolean dissipates, Threshold threshold) {
        public TokenState to() {
            return from.next();
        }
    }

    private final Row[] rows;

    /** The thresholds of the six steps, each named by the state that it leads into. */
    public TokenTable(
            Threshold pressure,
            Threshold fragile,
            Threshold triggerReady,
            Threshold unwind,
            Threshold cooldown,
            Threshold build) {
        rows = new Row[] {
            new Row(TokenState.BUILD, Measure.HEAT, false, pressure),
            new Row(TokenState.PRESSURE, Measure.HEAT, true, fragile),
            new Row(TokenState.FRAGILE, Measure.HEAT, true, triggerReady),
            new Row(TokenState.TRIGGER_READY, Measure.RELEASE, true, unwind),
            new Row(TokenState.UNWIND, Measure.CALM, false, cooldown),
            new Row(TokenState.COOLDOWN, Measure.CALM, false, build),
        };
    }

    /** The row that leads out of a state. */
    public Row outOf(TokenState state) {
        return rows[state.ordinal()];
    }

    /** The row that led into a state: its exit is what a fading token falls below. */
    public Row into(TokenState state) {
        return rows[(state.ordinal() + rows.length - 1) % rows.length];
    }

    public List<Row> rows() {
        return List.of(rows);
    }
}
