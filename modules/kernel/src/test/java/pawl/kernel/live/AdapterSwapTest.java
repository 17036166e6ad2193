package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.kernel.live.LiveToy.ALPHA_FEED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.token.Ticks;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.storage.RecordType;
import pawl.transport.FeedState;
import pawl.transport.StateCause;

/** Another build of a plugin takes over in a live run, or none: every frame is decoded by the build that it was heard through. */
class AdapterSwapTest {
    private static final long FIRST_TICK = 5_000_000;
    private static final String ONES = "1".repeat(64);

    @TempDir
    Path folder;

    private LiveToy toy;

    private LiveToy toy() {
        toy = new LiveToy(
                new HandClock(FIRST_TICK * Ticks.TICK_NS), new HeapLogStore(), Optional.of(folder.resolve("capture")));
        return toy;
    }

    private List<String> ofAaa(RecordType type, int... payload) throws Exception {
        List<String> texts = new ArrayList<>();
        for (String text : LogTexts.ofToken(toy.store(), "AAA", type)) {
            String[] words = text.replaceAll("[\\[\\],]", "").split(" ");
            StringBuilder shown = new StringBuilder(Long.toString(Long.parseLong(words[0]) - FIRST_TICK));
            for (int word : payload) {
                shown.append(' ').append(words[6 + word]);
            }
            texts.add(shown.toString());
        }
        return texts;
    }

    private void assertReplays() throws Exception {
        SameFiles.assertSame(toy.replayed(), toy.store());
    }

    @Test
    void whatWasHeardBeforeIsDecodedByTheBuildBefore() throws Exception {
        toy();
        List<CompletableFuture<Long>> ticks = new ArrayList<>();
        toy.at(10, () -> {
            for (long id = 100; id < 150; id++) {
                toy.trade("AAA", id);
            }
            // All of this waits in the queue at once.
            ticks.add(toy.replaceAlpha(true));
            for (long id = 150; id < 200; id++) {
                toy.trade("AAA", id);
            }
        });
        toy.at(600, () -> {
            ticks.add(toy.replaceAlpha(false));
            toy.trade("AAA", 200);
        });
        toy.at(1_300, toy.stop()::request);
        toy.run(false);

        List<String> trades = ofAaa(RecordType.TRADE, 1);
        assertThat(trades).hasSize(101);
        for (int i = 0; i < 100; i++) {
            assertThat(trades.get(i)).isEqualTo("0 " + (100 + i));
        }
        assertThat(trades.getLast()).isEqualTo("2 200");
        assertThat(toy.told().problems()).as("frames for another build").isEmpty();
        assertThat(ofAaa(RecordType.ADAPTER_CHANGE)).containsExactly("0", "2");
        assertThat(ticks).extracting(CompletableFuture::join).containsExactly(FIRST_TICK, FIRST_TICK + 2);
        assertReplays();
    }

    @Test
    void anAnswerToTheBuildBeforeIsNotGivenToTheNext() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(300, () -> toy.replaceAlpha(true));
        toy.at(400, () -> toy.frame(ALPHA_FEED, "T AAA 1250000000 101 10 1 B"));
        toy.at(500, () -> toy.trade("AAA", 101));
        toy.at(900, toy.stop()::request);
        toy.run(false);

        assertThat(ofAaa(RecordType.TRADE, 1)).containsExactly("0 100", "2 101");
        assertThat(toy.told().problems()).isEmpty();
        assertReplays();
    }

    @Test
    void statesGoOnFromOneBuildToTheNext() throws Exception {
        toy();
        toy.at(10, () -> heard(FeedState.SYNCHRONIZED));
        toy.at(300, () -> toy.replaceAlpha(true));
        toy.at(600, () -> heard(FeedState.SYNCHRONIZED));
        toy.at(900, () -> toy.removeAlpha());
        toy.at(1_200, () -> toy.replaceAlpha(false));
        toy.at(1_500, () -> heard(FeedState.SYNCHRONIZED));
        toy.at(1_800, toy.stop()::request);
        toy.run(false);

        // From, to, cause: UNKNOWN 1, SYNCHRONIZED 3, STALE 5; DATA 1, STOPPED 11, ADAPTER_CHANGED 13.
        int unknown = pawl.api.exchange.FeedState.UNKNOWN.code();
        int good = pawl.api.exchange.FeedState.SYNCHRONIZED.code();
        int stale = pawl.api.exchange.FeedState.STALE.code();
        assertThat(ofAaa(RecordType.FEED_STATE, 3, 4, 5).stream()
                        .filter(text -> !text.startsWith("0 " + unknown + " " + unknown))
                        .toList())
                .contains(
                        "0 " + unknown + " " + good + " 1",
                        "1 " + good + " " + stale + " 13",
                        "2 " + stale + " " + good + " 1",
                        "3 " + good + " " + stale + " 13",
                        "6 " + stale + " " + good + " 1",
                        "7 " + good + " " + unknown + " 11");
        assertReplays();
    }

    private void heard(FeedState state) {
        toy.side().streamState("alpha", 0, state, StateCause.DATA, "by the script");
    }

    @Test
    void aVenueWithoutAnAdapterIsOneFromWhichNothingComes() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(300, () -> toy.removeAlpha());
        toy.at(400, () -> toy.trade("AAA", 101));
        toy.at(500, () -> toy.frame(LiveToy.BETA_FEED, "T aaa 1250000500 7 10 1 B"));
        toy.at(800, () -> toy.replaceAlpha(false));
        toy.at(900, () -> toy.trade("AAA", 102));
        toy.at(1_300, toy.stop()::request);
        toy.run(false);

        assertThat(ofAaa(RecordType.TRADE, 1)).containsExactly("0 100", "2 7", "3 102");
        assertThat(ofAaa(RecordType.ADAPTER_CHANGE)).containsExactly("1", "3");
        assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.ADAPTER_CHANGE)
                        .getFirst())
                .contains("0, 0, 0, 0");
        assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.ADAPTER_CHANGE)
                        .getLast())
                .contains(Long.toString(Long.parseUnsignedLong(ONES.substring(0, 16), 16)));
        assertReplays();
    }

    @Test
    void whatIsMissingIsAskedForInTheWordsOfTheNextBuild() throws Exception {
        toy();
        toy.at(10, () -> toy.trade("AAA", 100));
        toy.at(260, () -> toy.trade("AAA", 110));
        toy.at(2_000, () -> {
            assertThat(toy.fetches().texts()).containsExactly("alpha /trades?AAA&101&109");
            toy.replaceAlpha(true);
        });
        toy.at(2_100, () -> {
            assertThat(toy.fetches().texts()).containsExactly("alpha /trades?AAA&101&109", "alpha /trades?AAA&101&109");
            toy.frame(toy.fetches().first().feed(), "F AAA 1250000100 101 10 1 B");
            toy.fetches().answerFirst("");
            toy.frame(
                    toy.fetches().first().feed(),
                    toy.prefixOf(toy.fetches().first().feed())
                            + "F AAA 1250000100 101 10 1 B;F AAA 1250000100 102 10 1 B");
            toy.fetches().answerFirst("");
        });
        toy.at(3_000, toy.stop()::request);
        toy.run(false);

        assertThat(ofAaa(RecordType.TRADE, 1)).containsExactly("0 100", "1 110", "8 101", "8 102");
        assertThat(toy.told().problems()).isEmpty();
        assertReplays();
    }
}
