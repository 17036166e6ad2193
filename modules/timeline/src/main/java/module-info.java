/** A run as one page with charts, which needs nothing but itself. It knows nothing of the engine: it is given a JSON text. */
module pawl.timeline {
    requires static org.jspecify;

    exports pawl.timeline;
}
