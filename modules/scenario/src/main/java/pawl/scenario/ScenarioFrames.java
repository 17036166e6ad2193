package pawl.scenario;

/** Takes the frames of a scenario. */
@FunctionalInterface
public interface ScenarioFrames<E extends Exception> {
    /**
     * A frame, valid until the method returns.
     *
     * @param feed {@code <venue>/<connection or poll>}
     * @param arrivalNs since the epoch, not below that of the frame before
     */
    void frame(String feed, long arrivalNs, byte[] bytes, int offset, int length) throws E;
}
