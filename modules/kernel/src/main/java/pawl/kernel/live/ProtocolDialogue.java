package pawl.kernel.live;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedProtocol;
import pawl.transport.Dialogue;
import pawl.transport.Heard;

/** A plugin's protocol in the transport's words, so that neither knows the other. On the transport's thread. */
final class ProtocolDialogue implements Dialogue, FeedHearing {
    private final FeedProtocol protocol;
    private Heard target = new Heard();

    ProtocolDialogue(FeedProtocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public List<Request> subscribe(List<String> streams, long firstRequestId) {
        return protocol.subscribe(streams, firstRequestId).stream()
                .map(message -> new Request(message.requestId(), message.text(), message.streams()))
                .toList();
    }

    @Override
    public Optional<String> ping() {
        return protocol.ping();
    }

    @Override
    public void read(byte[] bytes, int offset, int length, Heard heard) {
        target = heard;
        heard.other();
        protocol.hear(bytes, offset, length, this);
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
