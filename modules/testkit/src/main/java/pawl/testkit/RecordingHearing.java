package pawl.testkit;

import java.util.ArrayList;
import java.util.List;
import pawl.api.exchange.FeedHearing;

/** Keeps every call as a value. */
public final class RecordingHearing implements FeedHearing {
    private final List<Heard> calls = new ArrayList<>();

    public RecordingHearing() {}

    /** What was heard so far, in order. */
    public List<Heard> calls() {
        return List.copyOf(calls);
    }

    /** What was heard so far, in words. */
    public List<String> texts() {
        return calls.stream().map(Heard::text).toList();
    }

    @Override
    public void data(int stream) {
        calls.add(new Heard.Data(stream));
    }

    @Override
    public void acknowledged(long requestId) {
        calls.add(new Heard.Acknowledged(requestId));
    }

    @Override
    public void refused(long requestId) {
        calls.add(new Heard.Refused(requestId));
    }

    @Override
    public void pong() {
        calls.add(new Heard.Pong());
    }

    @Override
    public void closingSoon() {
        calls.add(new Heard.ClosingSoon());
    }
}
