package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example script, for ten minutes of a market at a hundred times its pace, with a client that always comes back. */
final class StormTest {
    private static final Pattern ID = Pattern.compile("\"a\":(\\d+),");
    private static final List<String> SYMBOLS = List.of("CHZUSDT", "BARUSDT", "CITYUSDT");
    /** Whether the others meet the client hangs on when it comes back. */
    private static final Set<String> ALWAYS_FELT = Set.of(
            "duplicate", "reorder", "late", "clock-skew", "renamed-field", "null-field", "cut", "garbage", "delisting");

    private static final int SECONDS = 600;

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    private static MarketTape market() {
        MarketTape market = new MarketTape();
        for (int second = 0; second <= SECONDS; second++) {
            for (String symbol : SYMBOLS) {
                market.trade(symbol, second, second * 1_000L).quote(symbol, second, second * 1_000L);
                market.markPrice(symbol, "0.07", second * 1_000L);
                if (second % 15 == 0) {
                    market.openInterest(symbol, "1000", second * 1_000L);
                }
            }
        }
        return market;
    }

    @Test
    void everyFaultComesTwiceAndTheAccountHolds() throws Exception {
        Path storm = Path.of(Objects.requireNonNull(StormTest.class.getResource("/storm.yaml"))
                .toURI());
        VenueSettings settings = VenueSettings.onLoopback(100)
                .withStart(true, 50)
                .withLimits(Limits.with(1_000, 100, 100_000, 1_000_000, 8 << 20, 1_000));
        Set<Long> heard = new HashSet<>();
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.read(storm), settings)) {
            Comeback market = new Comeback(clients, venue, "/market/stream?streams=chzusdt@aggTrade/chzusdt@markPrice");
            Comeback quotes = new Comeback(clients, venue, "/public/stream?streams=chzusdt@bookTicker");
            Future<Clients.Answer> poll = poll(venue, "openInterest?symbol=CHZUSDT");
            while (!venue.isPlayed()) {
                market.look().forEach(text -> hear(text, heard));
                quotes.look();
                if (poll.isComplete()) {
                    poll = poll(venue, "openInterest?symbol=CHZUSDT");
                }
                Thread.onSpinWait();
            }
            venue.played().toCompletableFuture().get();
            assertHolds(venue.report(), heard);
            Until.holds(() -> {
                Future<Clients.Answer> info = poll(venue, "exchangeInfo");
                Until.holds(info::isComplete);
                return info.succeeded()
                        && info.result().body().contains("SETTLING")
                        && info.result().body().contains("TRADING");
            });
        }
    }

    /** What is not answered soon never will be. */
    private Future<Clients.Answer> poll(LocalVenue venue, String resource) {
        return clients.tryGet(venue, "/fapi/v1/" + resource).timeout(200, TimeUnit.MILLISECONDS);
    }

    private static void assertHolds(VenueReport report, Set<Long> heard) {
        assertThat(report.faults().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FaultKind.values()).map(FaultKind::word).toList());
        assertThat(report.faults()).allSatisfy((fault, times) -> {
            assertThat(times.begun()).as(fault).isGreaterThanOrEqualTo(2);
            if (ALWAYS_FELT.contains(fault)) {
                assertThat(times.effects()).as(fault).isPositive();
            }
        });
        assertThat(report.streams())
                .allSatisfy((stream, frames) ->
                        assertThat(frames.sent() + frames.unheard()).as(stream).isEqualTo(frames.source()));
        StreamReport trades = report.streams().get("chzusdt@aggTrade");
        assertThat(trades.source()).isEqualTo(SECONDS + 1);
        assertThat(heard.size()).isPositive().isLessThanOrEqualTo((int) trades.sent());
        for (IdRange unsent : report.unsentTrades().get("CHZUSDT")) {
            assertThat(heard).noneMatch(id -> id >= unsent.first() && id <= unsent.last());
        }
    }

    private static void hear(String text, Set<Long> heard) {
        Matcher matcher = ID.matcher(text);
        if (text.contains("aggTrade") && matcher.find()) {
            heard.add(Long.parseLong(matcher.group(1)));
        }
    }

    /** A socket that is opened again whenever it has ended. */
    private static final class Comeback {
        private final Clients clients;
        private final LocalVenue venue;
        private final String path;
        private Future<Client> attempt;

        Comeback(Clients clients, LocalVenue venue, String path) {
            this.clients = clients;
            this.venue = venue;
            this.path = path;
            attempt = clients.tryConnect(venue, path);
        }

        List<String> look() {
            if (attempt.succeeded()) {
                boolean isEnded = attempt.result().isEnded();
                List<String> said = attempt.result().pending();
                if (isEnded) {
                    attempt = clients.tryConnect(venue, path);
                }
                return said;
            }
            if (attempt.failed()) {
                attempt = clients.tryConnect(venue, path);
            }
            return List.of();
        }
    }
}
