package pawl.venue;

/**
 * One kind of fault.
 *
 * @param begun how often it was due by the script
 * @param effects how many frames, requests, subscriptions or connections it has hit
 */
public record FaultReport(long begun, long effects) {}
