package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.kernel.toy.ToyEngine.ALPHA;
import static pawl.kernel.toy.ToyEngine.BETA;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;

class VenueOrderTest {
    @Test
    void atEqualTimesTheFirstVenueComesFirstWhateverArrivedFirst() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(BETA, 1_000, "Q aaa 250001 5 10 1 11 1;T aaa 250001 7 10 1 B;T aaa 250000 6 10 1 B");
            toy.frame(ALPHA, 1_000, "Q AAA 250001 3 10 1 11 1;T AAA 250001 9 10 1 S");
            toy.engine().closeThrough(1_000);
            toy.engine().stop();
            assertThat(LogTexts.ofToken(toy.store(), "AAA"))
                    .containsExactly(
                            "1000 TRADE venue 1 flags 0 [250000, 6, 1000, 10, 6, 0]",
                            "1000 TRADE venue 0 flags 1 [250001, 9, 1000, 10, 9, 0]",
                            "1000 TRADE venue 1 flags 0 [250001, 7, 1000, 10, 7, 0]",
                            "1000 BOOK_TICKER venue 0 flags 0 [250001, 3, 1000, 10, 1100, 10]",
                            "1000 BOOK_TICKER venue 1 flags 0 [250001, 5, 1000, 10, 1100, 10]");
        }
    }

    @Test
    void eachVenueHasTradeIdsOfItsOwn() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_000, "T AAA 250000 1 10 1 B");
            toy.frame(BETA, 1_000, "T aaa 250000 1 10 1 B");
            toy.frame(BETA, 1_000, "T aaa 250000 1 10 1 B");
            toy.engine().closeThrough(1_000);
            assertThat(toy.engine().counts().duplicates()).isEqualTo(1);
        }
    }

    @Test
    void withConflationTheLastQuoteOfEachVenueAndTickIsKept() throws Exception {
        assertThat(quotes(ToyPlan.STANDARD.withConflation()))
                .containsExactly("1000 venue 1", "1000 venue 0", "1001 venue 0");
    }

    @Test
    void withoutConflationEveryQuoteIsKept() throws Exception {
        assertThat(quotes(ToyPlan.STANDARD))
                .containsExactly("1000 venue 0", "1000 venue 0", "1000 venue 1", "1000 venue 0", "1001 venue 0");
    }

    private static List<String> quotes(ToyPlan plan) throws Exception {
        try (ToyEngine toy = new ToyEngine(plan)) {
            toy.frame(ALPHA, 1_000, "Q AAA 250000 1 10 1 11 1;Q AAA 250001 2 10 1 11 1;Q AAA 250003 3 10 1 11 1");
            toy.frame(BETA, 1_000, "Q aaa 250002 1 10 1 11 1");
            toy.frame(ALPHA, 1_001, "Q AAA 250250 4 10 1 11 1");
            toy.engine().closeThrough(1_001);
            toy.engine().stop();
            return LogTexts.ofToken(toy.store(), "AAA").stream()
                    .map(text -> text.replaceAll(" BOOK_TICKER (venue .) .*", " $1"))
                    .toList();
        }
    }
}
