package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The one thread: what a frame costs it, and that nothing holds it up. */
final class LoopTest {
    private static final int FRAMES = 200_000;
    private static final int MOST_BYTES_PER_FRAME = 600;
    private static final String FRAME = "D 0 " + "x".repeat(200);

    private static final class LibraryLog extends Handler implements AutoCloseable {
        private final Logger logger = Logger.getLogger("io.vertx.core.impl");
        private final List<String> warnings = new CopyOnWriteArrayList<>();

        LibraryLog() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getLoggerName().contains("BlockedThreadChecker")) {
                warnings.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }

    /** Counts, and asks on the transport's thread what it has allocated, at two frames. */
    private static final class Meter implements FrameSink {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private final int warmUpFrames;
        private final CompletableFuture<Double> bytesPerFrame = new CompletableFuture<>();
        private int count;
        private long allocatedAtFirst;

        Meter(int warmUpFrames) {
            this.warmUpFrames = warmUpFrames;
        }

        @Override
        public void frame(int feed, long arrivalNs, byte[] bytes, int offset, int length) {
            count++;
            if (count == warmUpFrames) {
                allocatedAtFirst = THREADS.getCurrentThreadAllocatedBytes();
            } else if (count == warmUpFrames + FRAMES) {
                long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedAtFirst;
                bytesPerFrame.complete((double) allocated / FRAMES);
            }
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    }

    private static LoopbackServer flooding(int frames) {
        byte[] bytes = FRAME.getBytes(StandardCharsets.US_ASCII);
        return LoopbackServer.start(peer -> {
            peer.upgrade();
            Scripts.acknowledge(peer, peer.read().text());
            for (int i = 0; i < frames; i++) {
                peer.putFrame(Peer.TEXT, true, bytes);
            }
            peer.flush();
            peer.waitMs(60_000);
        });
    }

    @Test
    void aFrameCostsLittleAndTheBlockedThreadCheckerIsSilent() {
        Meter meter = new Meter(50_000);
        try (LibraryLog log = new LibraryLog();
                LoopbackServer server = flooding(50_000 + FRAMES);
                Transport transport = Transport.start(
                        List.of(Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.meaningless(0)))),
                        meter,
                        new Recorder(),
                        () -> 1,
                        Quick.settings())) {
            long startNs = System.nanoTime();
            double bytesPerFrame =
                    meter.bytesPerFrame.orTimeout(60, TimeUnit.SECONDS).join();
            System.out.printf(
                    "transport to sink: %.0f bytes allocated per frame of %d bytes, %.0f frames/s%n",
                    bytesPerFrame, FRAME.length(), FRAMES * 1e9 / (System.nanoTime() - startNs));
            assertThat(bytesPerFrame).isLessThan(MOST_BYTES_PER_FRAME);
            assertThat(Quick.socketReport(transport).frames()).isEqualTo(50_000 + FRAMES);
            assertThat(log.warnings).isEmpty();
        }
    }

    /** Else the silence above would say nothing. */
    @Test
    void theBlockedThreadCheckerWouldSpeak() throws InterruptedException {
        CountDownLatch spoke = new CountDownLatch(1);
        Recorder blocking = new Recorder() {
            @Override
            public void frame(int feed, long arrivalNs, byte[] from, int offset, int length) {
                super.frame(feed, arrivalNs, from, offset, length);
                try {
                    spoke.await(5, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
            }
        };
        try (LibraryLog log = new LibraryLog();
                LoopbackServer server = LoopbackServer.start(Scripts.delivering(0));
                Transport transport = Quick.start(
                        blocking, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            blocking.await("a warning", () -> !log.warnings.isEmpty());
            spoke.countDown();
            assertThat(transport.report().venues()).hasSize(1);
        }
    }

    @Test
    void whatASinkThrowsIsToldAndTheThreadGoesOn() {
        Recorder throwing = new Recorder() {
            @Override
            public synchronized void frame(int feed, long arrivalNs, byte[] from, int offset, int length) {
                super.frame(feed, arrivalNs, from, offset, length);
                if (frames().size() == 3) {
                    throw new IllegalStateException("the sink is broken");
                }
            }
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.delivering(0));
                Transport transport = Quick.start(
                        throwing, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            throwing.awaitNotice("java.lang.IllegalStateException: the sink is broken at ");
            throwing.awaitFrames(20);
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
            assertThat(Duration.ofMillis(transport.report().pausedMs())).isZero();
        }
    }
}
