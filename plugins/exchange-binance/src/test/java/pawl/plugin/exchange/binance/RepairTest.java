package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Repair;

class RepairTest {
    private static final FeedProtocol PROTOCOL = Protocols.of("BTCUSDT", "币安人生USDT");

    @Test
    void asksForAggregates() {
        assertThat(PROTOCOL.repair(0, 3478018549L, 3478018551L, true))
                .contains(new Repair(
                        "/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=3478018549&limit=3",
                        20,
                        "{\"backfill\":\"BTCUSDT\",\"trades\":",
                        "}",
                        3478018551L));
    }

    @Test
    void encodesTheSymbolInTheQueryOnly() {
        Repair repair = PROTOCOL.repair(1, 5, 5, true).orElseThrow();
        assertThat(repair.path())
                .isEqualTo("/fapi/v1/aggTrades?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&fromId=5&limit=1");
        assertThat(repair.before()).isEqualTo("{\"backfill\":\"币安人生USDT\",\"trades\":");
    }

    @Test
    void hasNoRequestForFills() {
        assertThat(PROTOCOL.repair(0, 1, 2, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0",
        "1, 999, 999, 999",
        "1, 1000, 1000, 1000",
        "1, 1001, 1000, 1000",
        "0, 9223372036854775807, 1000, 999",
        "9223372036854775807, 9223372036854775807, 1, 9223372036854775807",
        "9223372036854774000, 9223372036854775807, 1000, 9223372036854774999",
    })
    void asksForAThousandAtMost(long first, long last, int limit, long lastId) {
        Repair repair = PROTOCOL.repair(0, first, last, true).orElseThrow();
        assertThat(repair.path()).endsWith("&fromId=" + first + "&limit=" + limit);
        assertThat(repair.lastId()).isEqualTo(lastId);
    }

    /** One request after the other, each from behind the last, covers a gap without a hole and without an id twice. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void requestsInARowCoverTheGap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1_000; round++) {
            long first = random.nextLong(Long.MAX_VALUE - 20_000);
            long last = first + random.nextInt(20_000);
            long requests = (last - first) / 1_000 + 1;
            long next = first;
            for (long request = 0; request < requests; request++) {
                Repair repair = PROTOCOL.repair(0, next, last, true).orElseThrow();
                assertThat(repair.path()).endsWith("&fromId=" + next + "&limit=" + (repair.lastId() - next + 1));
                next = repair.lastId() + 1;
            }
            assertThat(next).as("seed " + seed + ", " + first + " to " + last).isEqualTo(last + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5", "5, -9223372036854775808"})
    void refusesWhatIsNoGap(long first, long last) {
        assertThatThrownBy(() -> PROTOCOL.repair(0, first, last, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ids " + first + " to " + last);
    }
}
