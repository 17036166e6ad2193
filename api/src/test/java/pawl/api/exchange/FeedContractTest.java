package pawl.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FeedProtocol.Repair;
import pawl.api.exchange.FeedProtocol.Subscription;

class FeedContractTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 0, 1, 1, connects, 1",
        "1, 0, 1, 0, 1, 1, connectWindowMs, 1",
        "1, 1, -5, 0, 1, 1, messagesPerSecond, 1",
        "1, 1, 1, -1, 1, 1, weightPerMinute, 0",
        "1, 1, 1, 0, 0, 1, connectionLifeMs, 1",
        "1, 1, 1, 0, 1, 0, pingEveryMs, 1",
    })
    void refusesALimitOutOfRange(
            int connects, long windowMs, int messages, int weight, long lifeMs, long pingMs, String name, int least) {
        assertThatThrownBy(() -> new FeedLimits(connects, windowMs, messages, weight, "", lifeMs, pingMs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a venue's limit " + name + " is ")
                .hasMessageEndingWith("; it is at least " + least);
    }

    @Test
    void aSubscriptionKeepsItsStreams() {
        List<String> streams = new ArrayList<>(List.of("a@t"));
        Subscription subscription = new Subscription(0, "x", streams);
        streams.clear();
        assertThat(subscription.streams()).containsExactly("a@t");
    }

    @Test
    void refusesASubscriptionToNothing() {
        assertThatThrownBy(() -> new Subscription(-1, "x", List.of("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subscription(1, "", List.of("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subscription(1, "x", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subscription 1 to [] is \"x\": it has an id of at least 0, a text and streams");
    }

    @ParameterizedTest
    @CsvSource({"x, 1, 1", "'', 1, 1", "/x, -1, 1", "/x, 1, -1"})
    void refusesARepair(String path, int weight, long lastId) {
        assertThatThrownBy(() -> new Repair(path, weight, "", "", lastId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("repair \"" + path + "\" of weight " + weight + " through " + lastId);
    }

    @ParameterizedTest
    @EnumSource(FeedState.class)
    void findsStatesByCode(FeedState state) {
        assertThat(FeedState.ofCode(state.code())).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(FeedCause.class)
    void findsCausesByCode(FeedCause cause) {
        assertThat(FeedCause.ofCode(cause.code())).isEqualTo(cause);
    }

    /** The codes stand in logs. */
    @Test
    void codesStayAsTheyAre() {
        assertThat(FeedState.values())
                .extracting(state -> state + " " + state.code())
                .containsExactly("UNKNOWN 1", "BACKFILL 2", "SYNCHRONIZED 3", "GAP_FILL 4", "STALE 5");
        assertThat(FeedCause.values())
                .extracting(FeedCause::code)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100})
    void refusesACodeOfNothing(int code) {
        assertThatThrownBy(() -> FeedState.ofCode(code)).hasMessage("no feed state has the code " + code);
        assertThatThrownBy(() -> FeedCause.ofCode(code)).hasMessageEndingWith("state has the code " + code);
    }
}
