package pawl.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * One token on several venues. A timeline for each venue, a letter a tick: {@code T} a trade, {@code Q} a quote, {@code G} a gap and
 * its trade, {@code .} nothing. Of the token: {@code h} held, {@code -} free; and the index of the venue that prices follow.
 */
final class VenuesTest {
    private static final int STALE_AFTER_TICKS = 3;
    private static final int GAP_HOLD_TICKS = 2;

    @ParameterizedTest(name = "{0}: {1} and {2} -> {3}, {4}")
    @CsvSource(textBlock = """
            both are heard,                     TTTTTT,         TTTTTT,         ------,         000000
            a gap at one,                       TTGTTT,         TTTTTT,         ------,         000000
            gaps at both at once,               TTGTTT,         TTGTTT,         --hh--,         000000
            gaps one after the other,           TTG.TT,         TTTTGT,         ------,         000000
            overlapping gaps,                   TTGTTT,         TTTGTT,         ---h--,         000000
            one falls silent,                   T.....,         TTTTTT,         ------,         000111
            the other falls silent,             TTTTTT,         T.....,         ------,         000000
            both fall silent,                   T......,        T......,        ---hhhh,        0000000
            one alone has a gap,                T..G.T,         ......,         ---hh-,         000000
            a gap while the other is silent,    T......G.T,     TTTT......,     ------hhh-,     0001111000
            the second is heard first,          ...TTTTTTTT,    .TTTTTTTTTT,    h----------,    _1111111000
            back for good,                      T...TTTTTTTTT,  TTTTTTTTTTTTT,  -------------,  0001111110000
            back for one message,               T...T.......,   TTTTTTTTTTTT,   ------------,   000111111111
            back for two,                       T...T..Q..Q,    TTTTTTTTTTT,    -----------,    00011111100
            nobody is heard,                    ....,           ....,           hhhh,           ____
            """)
    void aTokenOnTwoVenues(String rule, String first, String second, String held, String followed) {
        Token token = new Token(2);
        StringBuilder holds = new StringBuilder();
        StringBuilder venues = new StringBuilder();
        for (int tick = 0; tick < first.length(); tick++) {
            token.update(events(first.charAt(tick), second.charAt(tick)));
            holds.append(token.freshness.holds() ? 'h' : '-');
            venues.append(token.venue.venue() == PriceVenue.NONE ? "_" : token.venue.venue());
        }
        assertThat(holds).as("%s: held", rule).hasToString(held);
        assertThat(venues).as("%s: followed", rule).hasToString(followed);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** A venue's freshness is what it would be if it were the only one; the order of venues inside a tick does not matter. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachVenueStandsAlone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int venueCount = 1 + random.nextInt(4);
        Token together = new Token(venueCount);
        Token otherWay = new Token(venueCount);
        List<Token> alone = new ArrayList<>();
        for (int venue = 0; venue < venueCount; venue++) {
            alone.add(new Token(1));
        }
        for (int tick = 0; tick < 200; tick++) {
            char[] letters = new char[venueCount];
            for (int venue = 0; venue < venueCount; venue++) {
                letters[venue] = "TQG.......".charAt(random.nextInt(tick / 50 % 2 == 0 ? 10 : 6));
                alone.get(venue).update(events(letters[venue]));
            }
            together.update(events(letters));
            otherWay.update(reversed(events(letters)));
            assertThat(otherWay.words).isEqualTo(together.words);
            boolean allHeld = true;
            for (int venue = 0; venue < venueCount; venue++) {
                InputFreshness one = alone.get(venue).freshness;
                assertThat(together.freshness.isFresh(venue)).isEqualTo(!one.holds());
                assertThat(together.freshness.silentTicks(venue)).isEqualTo(one.silentTicks(0));
                assertThat(together.freshness.gapHoldTicks(venue)).isEqualTo(one.gapHoldTicks(0));
                allHeld &= one.holds();
            }
            assertThat(together.freshness.holds()).isEqualTo(allHeld);
        }
    }

    @Test
    void restartChoosesAnew() {
        Token token = new Token(2);
        token.update(events('.', 'T'));
        token.freshness.restart();
        token.venue.restart();
        assertThat(token.words).containsOnly(0);
        token.update(events('T', 'T'));
        assertThat(token.venue.venue()).isZero();
    }

    @Test
    void pricesAndCandlesAreOfTheVenueThatIsFollowed() {
        EventBatch events = new EventBatch();
        events.add(EventKind.TRADE, 0, 0, 60_000, 1, 100, 5, 1, 0);
        events.add(EventKind.TRADE, 1, 0, 60_001, 2, 300, 7, 2, 0);
        events.add(EventKind.TRADE, 0, EventFlag.OFF_BOOK, 60_002, 3, 900, 9, 3, 0);
        StateBlock block = new StateBlock(new long[Candles.stateWords()], 0, Candles.stateWords());
        Candles candles = new Candles(block, 0, Candles.ONE_MINUTE_MS);
        LastPrice price = new LastPrice(new StateBlock(new long[1], 0, 1));

        candles.update(events, 0, CandleClosings.NONE);
        price.update(events, 0);
        assertThat(price.priceMantissa()).isEqualTo(100);
        assertThat(candles.open().highMantissa()).isEqualTo(100);
        assertThat(candles.open().volumeMantissa()).isEqualTo(5);

        candles.update(events, 1, CandleClosings.NONE);
        price.update(events, 1);
        assertThat(price.priceMantissa()).isEqualTo(300);
        assertThat(candles.open().openMantissa()).isEqualTo(100);
        assertThat(candles.open().closeMantissa()).isEqualTo(300);

        price.update(events, PriceVenue.NONE);
        assertThat(price.priceMantissa()).as("nobody followed").isEqualTo(300);
    }

    private static final class Token {
        final long[] words;
        final InputFreshness freshness;
        final PriceVenue venue;

        Token(int venueCount) {
            int freshnessWords = InputFreshness.stateWords(venueCount);
            words = new long[freshnessWords + PriceVenue.stateWords()];
            freshness = new InputFreshness(new StateBlock(words, 0, freshnessWords), STALE_AFTER_TICKS, GAP_HOLD_TICKS);
            venue = new PriceVenue(new StateBlock(words, freshnessWords, 1), freshness, STALE_AFTER_TICKS);
        }

        void update(EventBatch events) {
            freshness.update(events);
            venue.update();
        }
    }

    private static EventBatch events(char... letters) {
        EventBatch events = new EventBatch();
        for (int venue = 0; venue < letters.length; venue++) {
            if (letters[venue] == 'G') {
                events.add(EventKind.GAP, venue, 0, 1_000, 1, 1, 1, 0, 0);
            }
            if (letters[venue] != '.') {
                EventKind kind = letters[venue] == 'Q' ? EventKind.BOOK_TICKER : EventKind.TRADE;
                events.add(kind, venue, 0, 1_000, 1, 1, 1, 1, 0);
            }
        }
        return events;
    }

    private static EventBatch reversed(EventBatch events) {
        EventBatch reversed = new EventBatch();
        for (int event = events.size() - 1; event >= 0; event--) {
            reversed.addFrom(events, event);
        }
        return reversed;
    }
}
