package pawl.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

class QueueStateTest {
    @Test
    void tellsWhatTheQueueRemembersOfEachVenue() {
        StateBlock block = new StateBlock(new long[TokenQueue.stateWords(2)], 0, TokenQueue.stateWords(2));
        TokenQueue queue = new TokenQueue(block, 2, false);
        queue.arrived().add(EventKind.TRADE, 0, 0, 1_000, 17, 100, 5, 17, 0);
        queue.arrived().add(EventKind.TRADE, 1, EventFlag.AGGREGATE, 1_250, 44, 100, 5, 40, 9);
        queue.flush(new EventBatch(), new FlushCounts());

        QueueState state = new QueueState(block);
        assertThat(state.venueCount()).isEqualTo(2);
        assertThat(state.highestExchangeTimeMs()).isEqualTo(1_250);
        assertThat(state.highestTradeId(0)).isEqualTo(17);
        assertThat(state.lastAggregateId(0)).isZero();
        assertThat(state.highestTradeId(1)).isEqualTo(44);
        assertThat(state.lastAggregateId(1)).isEqualTo(9);
        assertThat(state.isWithoutOrder(0)).isFalse();
        assertThat(state.tradesShown(0)).isZero();

        queue.arrived().add(EventKind.TRADE, 0, EventFlag.UNORDERED_ID, 2_000, -77, 100, 5, -77, 0);
        queue.flush(new EventBatch(), new FlushCounts());
        assertThat(state.isWithoutOrder(0)).isTrue();
        assertThat(state.tradesShown(0)).isEqualTo(1);
        assertThat(state.highestTradeId(0)).isZero();
        assertThat(state.lastAggregateId(0)).isZero();
    }
}
