/** A run as one page with charts, which needs nothing but itself. It knows nothing of the engine: it is given a JSON text. */
@SuppressWarnings("module") // pawl.cli is compiled later
module pawl.timeline {
    requires static org.jspecify;

    exports pawl.timeline to
            pawl.cli;
}
