package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.LiveEndpoint;
import pawl.kernel.toy.ToyPlan;
import pawl.transport.SocketPlan;

/** What a plugin says of a group of sockets holds of each of them, whoever serves them. */
class HearingPlannerTest {
    private static void requireTwoSockets(Optional<LiveEndpoint> endpoint, String uri) {
        assertThat(ToyProtocol.hearing(ToyPlan.STANDARD.plan(), 0, new HearingPlanner(endpoint))
                        .transportPlan()
                        .sockets())
                .extracting(
                        SocketPlan::name,
                        SocketPlan::uri,
                        socket -> socket.streams().size(),
                        SocketPlan::headers)
                .containsExactly(
                        tuple("alpha/public", URI.create(uri), 4, ToyProtocol.HEADERS),
                        tuple("alpha/public-2", URI.create(uri), 2, ToyProtocol.HEADERS));
    }

    @Test
    void atTheVenue() {
        requireTwoSockets(Optional.empty(), "wss://toy.invalid/ws");
    }

    @Test
    void atAnotherEndpoint() {
        requireTwoSockets(
                Optional.of(new LiveEndpoint(URI.create("ws://[::1]:1"), URI.create("http://[::1]:1"), "local")),
                "ws://[::1]:1/ws");
    }
}
