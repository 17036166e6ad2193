package pawl.storage;

import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;

/** Names of the codes in records that tell of the hearing itself; a code that this build has no name for is its number. */
final class HearingNames {
    private HearingNames() {}

    static String stream(long code) {
        for (EventKind kind : EventKind.values()) {
            if (kind.code() == code) {
                return kind.name();
            }
        }
        return Long.toString(code);
    }

    static String state(long code) {
        for (FeedState state : FeedState.values()) {
            if (state.code() == code) {
                return state.name();
            }
        }
        return Long.toString(code);
    }

    static String cause(long code) {
        for (FeedCause cause : FeedCause.values()) {
            if (cause.code() == code) {
                return cause.name();
            }
        }
        return Long.toString(code);
    }
}
