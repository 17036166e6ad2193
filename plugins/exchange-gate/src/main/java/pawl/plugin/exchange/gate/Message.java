package pawl.plugin.exchange.gate;

import java.util.List;

/** The numbers of a message's own fields. */
final class Message {
    static final int CHANNEL = 0;
    static final int EVENT = 1;
    static final int RESULT = 2;
    static final int ERROR = 3;
    static final int TIME = 4;
    static final int TIME_MS = 5;
    static final int TYPE = 6;

    /** The venue's names, each at its number. */
    static final List<String> NAMES = List.of("channel", "event", "result", "error", "time", "time_ms", "type");

    private Message() {}
}
