package pawl.kernel.engine;

import pawl.api.event.EventBatch;

/** The events that plugins read, which they may not change. */
final class LentEvents {
    private LentEvents() {}

    /**
     * @param modifications {@link EventBatch#modifications} before the call
     * @throws IllegalStateException when the call changed the events
     */
    static void requireUnchanged(EventBatch events, int modifications) {
        if (events.modifications() != modifications) {
            throw new IllegalStateException("it changed the events that it was lent to read (D3)");
        }
    }
}
