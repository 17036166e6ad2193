package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that do not resolve, ports where nobody listens, certificates that are not to be trusted: told in words. */
final class FailureWordsTest {
    @TempDir
    private static Path folder;

    private static TestCertificate ours;
    private static TestCertificate foreign;

    private final Recorder recorder = new Recorder();

    @BeforeAll
    static void makeCertificates() throws IOException {
        ours = TestCertificate.make(folder.resolve("ours"), "ip:127.0.0.1,dns:localhost");
        foreign = TestCertificate.make(folder.resolve("foreign"), "dns:elsewhere.example");
    }

    private static VenuePlan socketAndPoll(URI socket, URI poll) {
        return new VenuePlan(
                Quick.VENUE,
                List.of(Quick.socket(socket, Quick.fixed(0))),
                List.of(Quick.poll(poll, 1, Duration.ofMillis(100), 1)),
                Quick.LIMITS,
                new LineDialogue(100));
    }

    private String reasonOf(VenuePlan plan, TransportSettings settings) {
        try (Transport transport = Quick.start(recorder, plan, settings)) {
            String reason = recorder.awaitState(0, FeedState.STALE, StateCause.CONNECTION_BROKEN)
                    .reason();
            recorder.awaitState(1, FeedState.STALE, StateCause.POLL_FAILED);
            assertThat(Quick.socketReport(transport).breaks()).containsOnlyKeys(BreakCause.NOT_CONNECTED);
            return reason;
        }
    }

    private static TransportSettings trusting(TestCertificate certificate) {
        return Quick.settings().withTrustedCertificate(Optional.of(certificate.pem()));
    }

    @Test
    void aNameThatDoesNotResolve() {
        URI nowhere = URI.create("ws://nowhere.invalid:9/stream");
        assertThat(reasonOf(socketAndPoll(nowhere, URI.create("http://nowhere.invalid:9/oi")), Quick.settings()))
                .startsWith("the host name cannot be resolved: ")
                .contains("nowhere.invalid");
    }

    @Test
    void aPortWhereNobodyListens() {
        LoopbackServer gone = LoopbackServer.start(Peer::reset);
        gone.close();
        assertThat(reasonOf(socketAndPoll(gone.socketUri(), gone.httpUri("/oi")), Quick.settings()))
                .startsWith("the connection cannot be made: ")
                .contains("127.0.0.1");
    }

    @Test
    void aCertificateThatNobodyVouchesFor() {
        try (LoopbackServer server = LoopbackServer.startSecure(ours.serverSockets(), Scripts.delivering(0))) {
            assertThat(reasonOf(socketAndPoll(server.socketUri(), server.httpUri("/oi")), Quick.settings()))
                    .startsWith("the certificate is not trusted: ");
        }
    }

    @Test
    void aCertificateOfAnotherHost() {
        try (LoopbackServer server = LoopbackServer.startSecure(foreign.serverSockets(), Scripts.delivering(0))) {
            assertThat(reasonOf(socketAndPoll(server.socketUri(), server.httpUri("/oi")), trusting(foreign)))
                    .startsWith("the certificate is not trusted: ")
                    .contains("127.0.0.1");
        }
    }

    @Test
    void aServerThatDoesNotSpeakTls() {
        try (LoopbackServer server = LoopbackServer.start(peer -> peer.raw("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            URI socket = URI.create("wss://127.0.0.1:" + server.port() + "/stream");
            URI poll = URI.create("https://127.0.0.1:" + server.port() + "/oi");
            assertThat(reasonOf(socketAndPoll(socket, poll), Quick.settings())).startsWith("TLS failed: ");
        }
    }

    @Test
    void aTrustedCertificateIsAllThatItTakes() {
        try (LoopbackServer server = LoopbackServer.startSecure(ours.serverSockets(), Scripts.delivering(0));
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))),
                        trusting(ours))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }

    @Test
    void anUpgradeThatIsRefused() {
        try (LoopbackServer server = LoopbackServer.start(peer -> {
            peer.readHead();
            peer.answer(404, "", "no such path");
        })) {
            assertThat(reasonOf(socketAndPoll(server.socketUri(), server.httpUri("/oi")), Quick.settings()))
                    .isEqualTo("the upgrade was refused with HTTP status 404");
        }
    }
}
