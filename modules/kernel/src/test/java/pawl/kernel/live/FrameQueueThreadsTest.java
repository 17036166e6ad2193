package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue between two threads, as it is used; and what it allocates. */
@Timeout(60)
class FrameQueueThreadsTest {
    private static final int ENTRIES = 200_000;
    private static final int MOST_BYTES = 300;

    /** Each entry is stamped with its number and carries bytes that only its number and the seed give, with their checksum. */
    @ParameterizedTest(name = "ring of {0} bytes")
    @ValueSource(ints = {1 << 10, 1 << 14, 1 << 20})
    void everyEntryComesWholeAndInOrder(int ringBytes) throws Exception {
        FrameQueue queue = new FrameQueue(ringBytes);
        try (ExecutorService transport = Executors.newSingleThreadExecutor()) {
            CountDownLatch allPut = new CountDownLatch(1);
            Future<?> putting = transport.submit(putter(queue, ringBytes, allPut));
            assertAllCome(queue, ringBytes);
            allPut.await();
            putting.get();
            assertThat(queue.next()).isFalse();
        }
    }

    /** Honours the pause most of the time; now and then it goes on, as what the kernel had received before does. */
    private static Callable<Void> putter(FrameQueue queue, int seed, CountDownLatch allPut) {
        return () -> {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = new byte[MOST_BYTES + 4];
            for (int number = 0; number < ENTRIES; number++) {
                int length = fill(bytes, random);
                queue.put(1 + number % 127, number, number, bytes, 0, length);
                while (!queue.hasRoom() && number % 64 != 0) {
                    Thread.onSpinWait();
                }
            }
            while (!queue.refill()) {
                Thread.onSpinWait();
            }
            allPut.countDown();
            return null;
        };
    }

    private static void assertAllCome(FrameQueue queue, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom stalls = new SplittableRandom(seed + 1);
        byte[] bytes = new byte[MOST_BYTES + 4];
        CRC32C checksum = new CRC32C();
        for (int number = 0; number < ENTRIES; number++) {
            if (stalls.nextInt(2_000) == 0) {
                spin(200_000);
            }
            while (!queue.next()) {
                Thread.onSpinWait();
            }
            int length = fill(bytes, random);
            int body = length - 4;
            checksum.reset();
            checksum.update(queue.bytes(), queue.offset(), queue.length() - 4);
            if (queue.stampNs() != number
                    || queue.feed() != number
                    || queue.kind() != 1 + number % 127
                    || queue.length() != length
                    || (int) checksum.getValue() != Words.getInt(queue.bytes(), queue.offset() + body)
                    || Words.getInt(bytes, body) != Words.getInt(queue.bytes(), queue.offset() + body)) {
                assertThat(queue.stampNs())
                        .as("entry " + number + " of seed " + seed)
                        .isEqualTo(number);
                assertThat(queue.length())
                        .as("entry " + number + " of seed " + seed)
                        .isEqualTo(length);
                throw new AssertionError("entry " + number + " of seed " + seed + " has other bytes");
            }
        }
    }

    private static void spin(long nanos) {
        long untilNs = System.nanoTime() + nanos;
        while (System.nanoTime() < untilNs) {
            Thread.onSpinWait();
        }
    }

    /** Returns how many bytes there are, the checksum at their end included. */
    private static int fill(byte[] bytes, SplittableRandom random) {
        int body = random.nextInt(MOST_BYTES + 1);
        long pattern = random.nextLong();
        for (int i = 0; i < body; i++) {
            bytes[i] = (byte) (pattern >>> (i & 7) * 8);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, body);
        Words.putInt(bytes, body, (int) checksum.getValue());
        return body + 4;
    }

    /** What a JIT or a probe adds now and then is not the code's: the least of several runs counts. */
    @Test
    void neitherSideAllocates() throws Throwable {
        MethodHandle allocated = allocatedBytes();
        FrameQueue queue = new FrameQueue(1 << 16);
        byte[] bytes = new byte[500];
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            long before = (long) allocated.invokeExact();
            for (int i = 0; i < 20_000; i++) {
                queue.put(1, i & 7, i, bytes, 0, i % 500);
                if (!queue.hasRoom()) {
                    while (queue.next()) {
                        bytes[0] ^= queue.bytes()[queue.offset()];
                    }
                }
            }
            least = Math.min(least, (long) allocated.invokeExact() - before);
        }
        assertThat(least).isZero();
    }

    /** Looked up by name, because the module under test does not read the one that holds it. */
    private static MethodHandle allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return MethodHandles.publicLookup()
                .findVirtual(
                        Class.forName("com.sun.management.ThreadMXBean"),
                        "getCurrentThreadAllocatedBytes",
                        MethodType.methodType(long.class))
                .bindTo(threads);
    }
}
