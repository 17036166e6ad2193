package pawl.transport;

/** Told how a single request ended; its body, where there is one, has been handed to the sink before. Called on the transport's thread. */
@FunctionalInterface
public interface FetchListener {
    /** @param failure why there is no body; empty when there was one */
    void ended(String failure);
}
