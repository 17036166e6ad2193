package pawl.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventBatchTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void givesBackEveryFieldOfEveryEvent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(500);
        EventBatch batch = new EventBatch();
        EventKind[] kinds = new EventKind[count];
        int[] heads = new int[count];
        long[][] payloads = new long[count][];
        for (int i = 0; i < count; i++) {
            kinds[i] = EventKind.values()[random.nextInt(EventKind.values().length)];
            heads[i] = random.nextInt(1 << 24);
            payloads[i] = random.longs(EventBatch.PAYLOAD_WORDS).toArray();
            long[] p = payloads[i];
            batch.add(kinds[i], heads[i] & 0xff, heads[i] >>> 8, p[0], p[1], p[2], p[3], p[4], p[5]);
            batch.setTag(i, i * 31L);
        }
        EventBatch copy = new EventBatch();
        for (int i = 0; i < count; i++) {
            copy.addFrom(batch, i);
        }
        for (EventBatch each : Arrays.asList(batch, copy)) {
            assertThat(each.size()).isEqualTo(count);
            for (int i = 0; i < count; i++) {
                assertThat(each.kind(i)).isEqualTo(kinds[i]);
                assertThat(each.venueIndex(i)).isEqualTo(heads[i] & 0xff);
                assertThat(each.flags(i)).isEqualTo(heads[i] >>> 8);
                assertThat(each.exchangeTimeMs(i)).isEqualTo(payloads[i][0]);
                assertThat(each.sequence(i)).isEqualTo(payloads[i][1]);
                assertThat(each.tag(i)).isEqualTo(i * 31L);
                for (int word = 0; word < EventBatch.PAYLOAD_WORDS; word++) {
                    assertThat(each.payload(i, word)).isEqualTo(payloads[i][word]);
                }
            }
        }
    }

    @Test
    void readsFundingWhereItsKindHasIt() {
        EventBatch batch = new EventBatch();
        batch.add(EventKind.MARK_PRICE, 0, EventFlag.WITH_FUNDING, 1, 0, 10, 20, 30, 40);
        batch.add(EventKind.FUNDING, 0, EventFlag.SETTLED, 1, 0, 50, 60, 480, 0);
        assertThat(batch.fundingRateMantissa(0)).isEqualTo(30);
        assertThat(batch.fundingTimeMs(0)).isEqualTo(40);
        assertThat(batch.fundingRateMantissa(1)).isEqualTo(50);
        assertThat(batch.fundingTimeMs(1)).isEqualTo(60);
        assertThat(batch.fundingIntervalMinutes(1)).isEqualTo(480);
    }

    @Test
    void addsFlagsBesideThoseSet() {
        EventBatch batch = new EventBatch();
        batch.add(EventKind.TRADE, 3, EventFlag.TAKER_SOLD, 1, 2, 3, 4, 5, 6);
        batch.addFlags(0, EventFlag.LATE);
        assertThat(batch.flags(0)).isEqualTo(EventFlag.TAKER_SOLD | EventFlag.LATE);
        assertThat(batch.has(0, EventFlag.OFF_BOOK)).isFalse();
        assertThat(batch.venueIndex(0)).isEqualTo(3);
    }

    @Test
    void truncatesAndClears() {
        EventBatch batch = new EventBatch();
        for (int i = 0; i < 40; i++) {
            batch.add(EventKind.TRADE, 0, 0, i, 0, 0, 0, 0, 0);
        }
        batch.truncate(7);
        assertThat(batch.size()).isEqualTo(7);
        assertThatThrownBy(() -> batch.kind(7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> batch.truncate(8)).isInstanceOf(IndexOutOfBoundsException.class);
        batch.clear();
        assertThat(batch.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void aKindIsFoundByItsCode(EventKind kind) {
        assertThat(EventKind.isCode(kind.code())).isTrue();
        assertThat(EventKind.ofCode(kind.code())).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 13, 255})
    void aCodeThatNamesNoKindIsRefused(int code) {
        assertThat(EventKind.isCode(code)).isFalse();
        assertThatThrownBy(() -> EventKind.ofCode(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
