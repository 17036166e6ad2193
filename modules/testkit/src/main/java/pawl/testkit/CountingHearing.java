package pawl.testkit;

import pawl.api.exchange.FeedHearing;

/** Counts calls and keeps nothing, so that it allocates nothing either. */
public final class CountingHearing implements FeedHearing {
    private long calls;

    public CountingHearing() {}

    /** How many there were so far. */
    public long calls() {
        return calls;
    }

    @Override
    public void data(int stream) {
        calls++;
    }

    @Override
    public void acknowledged(long requestId) {
        calls++;
    }

    @Override
    public void refused(long requestId) {
        calls++;
    }

    @Override
    public void pong() {
        calls++;
    }

    @Override
    public void closingSoon() {
        calls++;
    }
}
