package pawl.kernel.live;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedProtocol;
import pawl.transport.Dialogue;
import pawl.transport.Heard;

/**
 * A plugin's protocol in the transport's words, so that neither knows the other. What the plugin throws costs a frame its meaning or a
 * connection its life, and nothing else. On the transport's thread.
 */
final class ProtocolDialogue implements Dialogue, FeedHearing {
    private static final int MOST_TOLD = 10;

    private final String pluginId;
    private final FeedProtocol protocol;
    private Heard target = new Heard();
    private long failures;

    ProtocolDialogue(String pluginId, FeedProtocol protocol) {
        this.pluginId = pluginId;
        this.protocol = protocol;
    }

    @Override
    public List<Request> subscribe(List<String> streams, long firstRequestId) {
        try {
            List<Request> requests = protocol.subscribe(streams, firstRequestId).stream()
                    .map(message -> new Request(message.requestId(), message.text(), message.streams()))
                    .toList();
            requireOnly(streams, requests);
            return requests;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw new PluginFailure(pluginId, "subscribe", e);
        }
    }

    private static void requireOnly(List<String> streams, List<Request> requests) {
        Set<String> wanted = new HashSet<>(streams);
        for (Request request : requests) {
            if (!wanted.containsAll(request.streams())) {
                throw new IllegalStateException(
                        "it subscribes to " + request.streams() + " and was asked for " + streams);
            }
        }
    }

    @Override
    public Optional<String> ping() {
        try {
            return protocol.ping();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw new PluginFailure(pluginId, "ping", e);
        }
    }

    /** @throws PluginFailure for the first failures and then fewer and fewer of them, since what is thrown is told */
    @Override
    public void read(byte[] bytes, int offset, int length, Heard heard) {
        target = heard;
        heard.other();
        try {
            protocol.hear(bytes, offset, length, this);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            heard.other();
            failures++;
            if (failures <= MOST_TOLD || Long.bitCount(failures) == 1) {
                throw new PluginFailure(pluginId, "say what a frame is, for the " + failures + ". time", e);
            }
        }
    }

    @Override
    public void data(int stream) {
        target.data(stream);
    }

    @Override
    public void acknowledged(long requestId) {
        target.acknowledged(requestId);
    }

    @Override
    public void refused(long requestId) {
        target.refused(requestId);
    }

    @Override
    public void pong() {
        target.pong();
    }

    @Override
    public void closingSoon() {
        target.closingSoon();
    }
}
