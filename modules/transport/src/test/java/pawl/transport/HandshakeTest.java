package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The headers of a plan reach the venue with every handshake. */
final class HandshakeTest {
    private final Recorder recorder = new Recorder();
    private final List<List<String>> heads = new CopyOnWriteArrayList<>();

    /** Serves data on each connection; the first ends soon. */
    private LoopbackServer.Script serving() {
        return peer -> {
            peer.upgrade();
            heads.add(List.of(peer.header("X-Size-Decimal"), peer.header("Accept-Language"), peer.header("Host")));
            Scripts.acknowledgeAll(peer);
            Scripts.deliver(peer, peer.number() == 1 ? 3 : Long.MAX_VALUE, 0);
        };
    }

    private void run(Map<String, String> headers, String size, String language) {
        try (LoopbackServer server = LoopbackServer.start(serving());
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), headers, Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 2);
            List<String> head = List.of(size, language, "127.0.0.1:" + server.port());
            assertThat(heads).containsExactly(head, head);
            assertThat(Quick.socketReport(transport).connects()).isEqualTo(2);
        }
    }

    @Test
    void aPlansHeadersAreSentOnEachConnection() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Size-Decimal", "1");
        headers.put("Accept-Language", "en, de;q=0.5");
        run(headers, "1", "en, de;q=0.5");
    }

    @Test
    void withoutHeadersNoneAreSent() {
        run(Map.of(), "", "");
    }

    @Test
    void aPlanKeepsItsHeadersInTheirOrder() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("b", "1");
        headers.put("a", "2");
        SocketPlan plan = Quick.socket(URI.create("ws://toy.invalid"), headers, Quick.fixed(0));
        headers.clear();
        assertThat(plan.headers().entrySet()).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
    }
}
