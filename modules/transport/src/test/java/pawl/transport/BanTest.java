package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BanTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Ban ban =
            new Ban(new Outlet(new Recorder(), new Recorder(), () -> NOW.getEpochSecond() * 1_000_000_000));

    private static MultiMap retryAfter(String value) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        return value.isEmpty() ? headers : headers.add("retry-after", value);
    }

    private void assertHeld(long fromNs, Duration held) {
        assertThat(ban.holds(fromNs + held.toNanos() - 1)).isTrue();
        assertThat(ban.holds(fromNs + held.toNanos())).isFalse();
    }

    @ParameterizedTest(name = "{0}, Retry-After \"{1}\": {2} s")
    @CsvSource({
        "429, '', 60",
        "418, '', 120",
        "403, '', 600",
        "429, 7, 7",
        "429, 0, 1",
        "418, 259200, 259200",
        "418, 99999999999999999, 120",
        "418, 1000000, 604800",
        "403, 5, 600",
        "403, 700, 700",
        "503, 30, 30",
        "429, soon, 60",
    })
    void holdsFor(int status, String header, long seconds) {
        assertThat(ban.heed(status, retryAfter(header), 1_000)).isTrue();
        assertHeld(1_000, Duration.ofSeconds(seconds));
        assertThat(ban.count()).isEqualTo(1);
        assertThat(ban.text())
                .isEqualTo("the venue answered with HTTP status " + status + "; nothing is asked until "
                        + NOW.plusSeconds(seconds));
    }

    @Test
    void readsADate() {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plusSeconds(90).atOffset(ZoneOffset.UTC));
        assertThat(ban.heed(429, retryAfter(date), 5)).isTrue();
        assertHeld(5, Duration.ofSeconds(90));
    }

    @Test
    void aDateThatHasPassedBansForASecond() {
        assertThat(ban.heed(429, retryAfter("Wed, 25 Nov 2026 11:00:00 GMT"), 5))
                .isTrue();
        assertHeld(5, Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "200, 30", "404, ''", "500, ''", "503, nonsense"})
    void otherAnswersDoNotBan(int status, String header) {
        assertThat(ban.heed(status, retryAfter(header), 0)).isFalse();
        assertThat(ban.holds(0)).isFalse();
        assertThat(ban.count()).isZero();
    }

    @Test
    void isNeverShortened() {
        ban.heed(418, retryAfter("100"), 0);
        ban.heed(429, retryAfter("1"), 10);
        assertHeld(0, Duration.ofSeconds(100));
        assertThat(ban.text()).contains("418");
        assertThat(ban.count()).isEqualTo(2);
    }
}
