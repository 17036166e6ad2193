package pawl.plugin.exchange.binance;

import java.util.ArrayList;
import java.util.List;
import pawl.api.exchange.FeedHearing;

/** Keeps every call as a text. */
final class RecordedHearing implements FeedHearing {
    final List<String> calls = new ArrayList<>();

    @Override
    public void data(int stream) {
        calls.add("data " + stream);
    }

    @Override
    public void acknowledged(long requestId) {
        calls.add("acknowledged " + requestId);
    }

    @Override
    public void refused(long requestId) {
        calls.add("refused " + requestId);
    }

    @Override
    public void pong() {
        calls.add("pong");
    }

    @Override
    public void closingSoon() {
        calls.add("closing soon");
    }
}
