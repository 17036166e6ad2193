package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameQueueTest {
    private static final int RING_BYTES = 1_024;
    private static final int HEADER_BYTES = 16;
    private static final byte[] BYTES = new byte[RING_BYTES];

    private record Entry(int kind, int feed, long stampNs, byte[] bytes) {
        private static Entry random(SplittableRandom random, int mostBytes) {
            byte[] bytes = new byte[random.nextInt(mostBytes + 1)];
            random.nextBytes(bytes);
            return new Entry(1 + random.nextInt(127), random.nextInt(1 << 24), random.nextLong(), bytes);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 30));
    }

    /** Sizes up to half the ring, so that ends are padded and entries wait beside it again and again. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatComesOutIsWhatWentInInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FrameQueue queue = new FrameQueue(RING_BYTES);
        ArrayDeque<Entry> model = new ArrayDeque<>();
        for (int step = 0; step < 3_000; step++) {
            for (int puts = random.nextInt(6); puts > 0; puts--) {
                Entry entry = Entry.random(random, random.nextInt(4) == 0 ? RING_BYTES / 2 - HEADER_BYTES : 40);
                model.add(entry);
                byte[] around = new byte[entry.bytes().length + 5];
                System.arraycopy(entry.bytes(), 0, around, 3, entry.bytes().length);
                queue.put(entry.kind(), entry.feed(), entry.stampNs(), around, 3, entry.bytes().length);
                Arrays.fill(around, (byte) 'x'); // The caller may reuse it.
            }
            queue.refill();
            for (int takes = random.nextInt(7); takes > 0 && queue.next(); takes--) {
                assertHolds(queue, model.remove());
            }
        }
        boolean isStuck = false; // What was taken last is given up by the next call alone.
        while (!model.isEmpty()) {
            queue.refill();
            if (queue.next()) {
                isStuck = false;
                assertHolds(queue, model.remove());
            } else {
                assertThat(isStuck).as("entries left").isFalse();
                isStuck = true;
            }
        }
        assertThat(queue.refill()).isTrue();
        assertThat(queue.next()).isFalse();
        assertThat(queue.next()).as("asked again").isFalse();
    }

    private static void assertHolds(FrameQueue queue, Entry entry) {
        assertThat(queue.kind()).isEqualTo(entry.kind());
        assertThat(queue.feed()).isEqualTo(entry.feed());
        assertThat(queue.stampNs()).isEqualTo(entry.stampNs());
        assertThat(Arrays.copyOfRange(queue.bytes(), queue.offset(), queue.offset() + queue.length()))
                .isEqualTo(entry.bytes());
    }

    @Test
    void anEntryThatWasTakenIsNotOverwrittenBeforeTheNext() {
        FrameQueue queue = new FrameQueue(RING_BYTES);
        byte[] first = new byte[RING_BYTES / 2 - HEADER_BYTES];
        Arrays.fill(first, (byte) 1);
        queue.put(1, 0, 0, first, 0, first.length);
        assertThat(queue.next()).isTrue();
        for (int i = 0; i < 4; i++) {
            queue.put(1, 0, 0, BYTES, 0, first.length);
        }
        assertThat(Arrays.copyOfRange(queue.bytes(), queue.offset(), queue.offset() + queue.length()))
                .isEqualTo(first);
    }

    /** 64 bytes each; the one taken last keeps its place until the next is asked for. */
    @Test
    void roomEndsAboveHalfAndBeginsAgainAtAQuarter() {
        FrameQueue queue = new FrameQueue(RING_BYTES);
        putOf64(queue, 8);
        assertThat(queue.hasRoom()).as("512").isTrue();
        putOf64(queue, 1);
        assertThat(queue.hasRoom()).as("576").isFalse();
        take(queue, 5);
        assertThat(queue.hasRoom()).as("320, paused").isFalse();
        take(queue, 1);
        assertThat(queue.hasRoom()).as("256, paused").isTrue();
        putOf64(queue, 4);
        assertThat(queue.hasRoom()).as("512 again").isTrue();
    }

    @Test
    void thereIsNoRoomWhileAnythingIsBesideTheRing() {
        FrameQueue queue = new FrameQueue(RING_BYTES);
        putOf64(queue, 18);
        assertThat(queue.refill()).isFalse();
        assertThat(queue.hasRoom()).isFalse();
        take(queue, 15);
        assertThat(queue.hasRoom()).as("the two beside it come into it").isTrue();
        assertThat(queue.refill()).isTrue();
        take(queue, 3);
        assertThat(queue.next()).isFalse();
    }

    @Test
    void theMostBytesAreThoseSinceTheLastCall() {
        FrameQueue queue = new FrameQueue(RING_BYTES);
        assertThat(queue.takeMostBytes()).isZero();
        putOf64(queue, 20);
        assertThat(queue.takeMostBytes()).as("those beside the ring included").isEqualTo(20 * 64);
        take(queue, 16);
        assertThat(queue.refill()).isTrue();
        assertThat(queue.takeMostBytes()).as("what there was at the last call").isEqualTo(20 * 64);
        assertThat(queue.takeMostBytes()).isEqualTo(5 * 64);
    }

    @Test
    void aRingIsAPowerOfTwoAndAnEntryAtMostHalfOfIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameQueue(1_000))
                .withMessage("a queue of 1000 bytes: it must be a power of two");
        FrameQueue queue = new FrameQueue(RING_BYTES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.put(1, 0, 0, BYTES, 0, RING_BYTES / 2 - HEADER_BYTES + 1))
                .withMessage("an entry of 513 bytes in a queue of 1024");
    }

    private static void putOf64(FrameQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            queue.put(1, 0, 0, BYTES, 0, 64 - HEADER_BYTES);
        }
    }

    private static void take(FrameQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(queue.next()).isTrue();
        }
    }
}
