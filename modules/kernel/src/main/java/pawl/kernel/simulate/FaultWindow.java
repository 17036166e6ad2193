package pawl.kernel.simulate;

/**
 * A stretch in which a fault is in force.
 *
 * @param venue that it is about; PAUSE, HELD and CLOCK_STEP are about all
 * @param fromNs since the epoch
 * @param toNs since the epoch, not included
 * @param stepNs by which the host's clock is set at {@code fromNs}; 0 for other faults
 */
record FaultWindow(FeedFault fault, int venue, long fromNs, long toNs, long stepNs) {
    boolean holds(int ofVenue, long atNs) {
        return atNs >= fromNs && atNs < toNs && (isOfAll() || venue == ofVenue);
    }

    private boolean isOfAll() {
        return fault == FeedFault.PAUSE || fault == FeedFault.HELD;
    }
}
