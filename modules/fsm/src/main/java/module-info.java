/**
 * The state machines (E5) as tables, and the thresholds that move them (D6). A machine sees a feature frame and its thresholds; it
 * cannot see an event, a candle, a venue or a file.
 */
@SuppressWarnings("module") // pawl.kernel is compiled later
module pawl.fsm {
    requires transitive pawl.api;

    exports pawl.fsm to
            pawl.kernel;
}
