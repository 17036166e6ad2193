package pawl.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

class VenueOfFeedTest {
    private static final List<String> VENUES = List.of("alpha", "beta");

    @ParameterizedTest
    @CsvSource({
        "alpha/trade, , 0",
        "beta/trade, , 1",
        "beta/, , 1",
        "beta/a/b, , 1",
        "beta, , 0",
        "betas/trade, , 0",
        "Beta/trade, , 0",
        "/trade, , 0",
        "'', , 0",
        "beta, beta, 1",
        "'', beta, 1",
        "gamma/trade, beta, 1",
        "alpha/trade, beta, 0",
    })
    void aFeedIsOfTheVenueThatItNamesOrElseOfTheOneAskedFor(String feed, String named, int venue) throws Exception {
        VenueOfFeed venues = new VenueOfFeed(VENUES, Optional.ofNullable(named));
        assertThat(venues.of(feed)).isEqualTo(venue);
        assertThat(venues.of(feed)).as("asked again").isEqualTo(venue);
    }

    @Test
    void aVenueThatIsNotConfiguredCannotBeAskedFor() {
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> new VenueOfFeed(VENUES, Optional.of("gamma")))
                .withMessage("no venue gamma is configured; there are alpha, beta")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }
}
