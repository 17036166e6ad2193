package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static TlsSettings tls = new TlsSettings(Path.of(""), Path.of(""));

    private final Clients clients = new Clients();

    /** The JDK's tool writes a key store; the venue takes PEM files. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "venue",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Key key = keys.getKey("venue", PASSWORD);
        tls = new TlsSettings(
                pem(
                        "certificate.pem",
                        "CERTIFICATE",
                        keys.getCertificate("venue").getEncoded()),
                pem("key.pem", "PRIVATE KEY", key.getEncoded()));
    }

    private static Path pem(String name, String label, byte[] der) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }

    @AfterEach
    void closeClients() {
        clients.close();
    }

    private static MarketTape market() {
        MarketTape market = new MarketTape();
        for (int i = 0; i < 30; i++) {
            market.trade("CHZUSDT", i, i * 100L);
        }
        return market;
    }

    @Test
    void speaksTlsOnBothKinds() throws Exception {
        VenueSettings settings =
                VenueSettings.onLoopback(10).withStart(true, 20).withTls(tls);
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), settings)) {
            assertThat(venue.webSocketUri()).hasScheme("wss");
            assertThat(venue.restUri()).hasScheme("https");
            assertThat(clients.get(venue, "/fapi/v1/ping").body()).isEqualTo("{}");
            Client client = clients.connect(venue, "/market/stream?streams=chzusdt@aggTrade");
            assertThat(client.next(30)).isEqualTo(market().texts());
        }
    }

    /** The fault outlasts the market, and ends with it. */
    @Test
    void handshakesFailForAWhileAndConnectionsStay() throws Exception {
        FaultScript script = FaultScript.parse("test.yaml", "faults: [{at: 500ms, for: 1h, fault: tls-failure}]");
        VenueSettings settings =
                VenueSettings.onLoopback(10).withStart(true, 20).withTls(tls);
        GatedFrames frames = new GatedFrames(market().frames(), 20);
        try (LocalVenue venue = LocalVenue.start(frames, script, settings)) {
            Client client = clients.connect(venue, "/market/stream?streams=chzusdt@aggTrade");
            Until.holds(() -> {
                var attempt = clients.tryConnect(venue, "/market/stream");
                Until.holds(attempt::isComplete);
                return attempt.failed() && attempt.cause() instanceof SSLException;
            });
            frames.letThrough();
            venue.played().toCompletableFuture().get();
            assertThat(client.next(30)).isEqualTo(market().texts());
            assertThat(client.isEnded()).isFalse();
            Until.holds(() -> {
                var attempt = clients.tryConnect(venue, "/market/stream");
                Until.holds(attempt::isComplete);
                return attempt.succeeded();
            });
            assertThat(venue.report().faults().get("tls-failure").begun()).isEqualTo(1);
            assertThat(venue.report().faults().get("tls-failure").effects()).isPositive();
        }
    }

    @Test
    void certificateThatIsNotThereIsSaidAtTheStart() {
        VenueSettings settings = VenueSettings.onLoopback(1)
                .withTls(new TlsSettings(folder.resolve("none.pem"), folder.resolve("key.pem")));
        assertThatThrownBy(() -> LocalVenue.start(market().frames(), FaultScript.none(), settings))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("none.pem");
    }
}
