package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong: what a client has heard, and what the venue says that nobody heard, is everything that there was. */
final class ReportTest {
    private static final Pattern ID = Pattern.compile("\"a\":(\\d+),");
    private static final int COUNT = 300;

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @Test
    void accountsForEveryFrame() throws Exception {
        MarketTape market = new MarketTape();
        for (int i = 0; i < COUNT; i++) {
            market.trade("CHZUSDT", 1_000 + i, i * 10L).quote("PSGUSDT", i, i * 10L);
        }
        FaultScript script = FaultScript.parse("test.yaml", """
                faults:
                  - {at: 300ms, fault: duplicate, count: 5}
                  - {at: 500ms, every: 700ms, fault: close, route: market}
                  - {at: 600ms, fault: late, delay: 200ms, count: 4}
                  - {at: 900ms, every: 300ms, fault: reorder}
                  - {at: 1500ms, for: 300ms, fault: silent-stall}
                """);
        VenueSettings settings = VenueSettings.onLoopback(4).withStart(true, 50);
        Map<Long, Integer> heard = new HashMap<>();
        try (LocalVenue venue = LocalVenue.start(market.frames(), script, settings)) {
            Client client = clients.connect(venue, "/market/stream?streams=chzusdt@aggTrade");
            while (!venue.isPlayed()) {
                if (client.isEnded()) {
                    count(client.pending(), heard);
                    client = clients.connect(venue, "/market/stream?streams=chzusdt@aggTrade");
                }
                Thread.onSpinWait();
            }
            venue.played().toCompletableFuture().get();
            count(client.isEnded() ? client.pending() : client.beforeAnswer(), heard);

            VenueReport report = venue.report();
            StreamReport trades = report.streams().get("chzusdt@aggTrade");
            assertThat(heard.keySet()).hasSize((int) trades.sent());
            assertThat(heard.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(trades.sent() + trades.duplicates());
            assertThat(trades.sent() + trades.unheard()).isEqualTo(COUNT);
            assertThat(trades.unheard()).isPositive();
            TreeSet<Long> all = new TreeSet<>(heard.keySet());
            for (IdRange range : report.unsentTrades().get("CHZUSDT")) {
                for (long id = range.first(); id <= range.last(); id++) {
                    assertThat(all.add(id))
                            .as("%s was heard, and is reported as unsent", id)
                            .isTrue();
                }
            }
            assertThat(all).hasSize(COUNT).startsWith(1_000L).endsWith(1_000L + COUNT - 1);
            // Nobody listened to the quotes.
            assertThat(report.streams().get("psgusdt@bookTicker")).isEqualTo(new StreamReport(COUNT, 0, 0, COUNT));
            assertThat(report.framesUnheard()).isEqualTo(COUNT + trades.unheard());
            assertThat(report.framesSent()).isEqualTo(trades.sent());
            assertThat(report.connections().stream()
                            .mapToLong(connection -> connection.framesByStream().getOrDefault("chzusdt@aggTrade", 0L))
                            .sum())
                    .isEqualTo(trades.sent());
            assertThat(report.connections().stream()
                            .mapToLong(ConnectionReport::duplicates)
                            .sum())
                    .isEqualTo(trades.duplicates())
                    .isEqualTo(report.faults().get("duplicate").effects());
            assertThat(report.connections()).hasSize((int) report.connects());
        }
    }

    private static void count(List<String> texts, Map<Long, Integer> heard) {
        for (String text : texts) {
            Matcher matcher = ID.matcher(text);
            if (matcher.find()) {
                heard.merge(Long.parseLong(matcher.group(1)), 1, Integer::sum);
            }
        }
    }

    @Test
    void idsThatComeInAnyOrderAreGathered() {
        IdRanges ranges = new IdRanges();
        for (long id : new long[] {5, 6, 9, 7, 8, 20, 1}) {
            ranges.add(id);
        }
        assertThat(ranges.sorted()).containsExactly(new IdRange(1, 1), new IdRange(5, 9), new IdRange(20, 20));
    }
}
