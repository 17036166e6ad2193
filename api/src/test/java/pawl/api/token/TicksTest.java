package pawl.api.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:00.249999999Z, 0",
        "1970-01-01T00:00:00.250Z, 1",
        "2023-04-05T00:00:00.005184Z, 6722611200",
        "2024-07-19T00:00:00Z, 6885388800",
        "1969-12-31T23:59:59.999Z, -1"
    })
    void aTickCoversAQuarterOfASecond(Instant moment, long tick) {
        assertThat(Ticks.ofEpochNs(moment.getEpochSecond() * 1_000_000_000 + moment.getNano()))
                .isEqualTo(tick);
    }

    @Test
    void aDayHasTheTicksThatStartInIt() {
        long day = LocalDate.of(2024, 7, 19).toEpochDay();
        assertThat(Ticks.epochDay(6_885_388_800L)).isEqualTo(day);
        assertThat(Ticks.epochDay(6_885_388_799L)).isEqualTo(day - 1);
        assertThat(Ticks.firstOfDay(day)).isEqualTo(6_885_388_800L);
        assertThat(Ticks.startMs(6_885_388_800L))
                .isEqualTo(Instant.parse("2024-07-19T00:00:00Z").toEpochMilli());
    }

    @Test
    void tokensAndInstrumentsRefuseWhatIsOutOfRange() {
        Token token = new Token(0, "BTCUSDT", "major", -2, -3, -8, 480);
        assertThat(token.price(2_815_960)).isEqualTo(28_159.6);
        assertThat(token.quantity(1_500)).isEqualTo(1.5);
        assertThat(token.markPrice(5_894_014_924_532L)).isEqualTo(58_940.14924532);
        assertThatThrownBy(() -> new Token(0, "BTCUSDT", "major", 1, -3, -8, 480))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Token(0, "", "major", -2, -3, -8, 480))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Instrument(0, "binance", 256, "BTCUSDT", token))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
