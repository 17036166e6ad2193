package pawl.kernel.live;

import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.transport.StateCause;

/** The transport's words in the API's, since neither may know the other. */
final class Translation {
    private Translation() {}

    static FeedState of(pawl.transport.FeedState state) {
        return switch (state) {
            case UNKNOWN -> FeedState.UNKNOWN;
            case BACKFILL -> FeedState.BACKFILL;
            case SYNCHRONIZED -> FeedState.SYNCHRONIZED;
            case GAP_FILL -> FeedState.GAP_FILL;
            case STALE -> FeedState.STALE;
        };
    }

    static FeedCause of(StateCause cause) {
        return switch (cause) {
            case DATA -> FeedCause.DATA;
            case NO_DATA_AFTER_ACKNOWLEDGEMENT -> FeedCause.NO_DATA_AFTER_ACKNOWLEDGEMENT;
            case SILENT -> FeedCause.SILENT;
            case CONNECTION_BROKEN -> FeedCause.CONNECTION_BROKEN;
            case REFUSED -> FeedCause.REFUSED;
            case POLL_FAILED -> FeedCause.POLL_FAILED;
            case BANNED -> FeedCause.BANNED;
        };
    }
}
