package pawl.kernel.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import pawl.api.token.Ticks;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/**
 * Carries out swaps at the boundary between two ticks: the old connections are closed just before it, so that what comes after it comes
 * by the new ones. On the thread of whoever asked, which waits.
 */
final class AdapterSwaps {
    private static final long EARLY_NS = 10_000_000;
    private static final long PATIENCE_SECONDS = 60;

    private final LiveClock clock;
    private final TransportSide side;
    private final Listening listening;
    private final CompletableFuture<Long> runEnd = new CompletableFuture<>();

    AdapterSwaps(LiveClock clock, TransportSide side, Listening listening) {
        this.clock = clock;
        this.side = side;
        this.listening = listening;
    }

    /**
     * Gives the tick in which it is in force.
     *
     * @param isHeard whether the venue is listened to until then
     * @throws PawlException when the run ends before, or the engine does not come to it
     */
    long carryOut(AdapterSwap swap, boolean isHeard) throws PawlException {
        long boundaryNs = (Math.floorDiv(clock.stampNs() + EARLY_NS, Ticks.TICK_NS) + 1) * Ticks.TICK_NS;
        if (swap.next().isEmpty()) {
            waitUntil(boundaryNs);
            listening.remove(swap.venueName(), report -> {
                side.ended(report);
                side.change(swap);
            });
        } else {
            if (isHeard) {
                waitUntil(boundaryNs - EARLY_NS);
                listening.remove(swap.venueName(), side::ended);
            }
            waitUntil(boundaryNs);
            listening.add(swap.next().get().transportPlan(), () -> side.change(swap));
        }
        return await(swap);
    }

    private void waitUntil(long stampNs) {
        for (long leftNs = stampNs - clock.stampNs();
                leftNs > 0 && !runEnd.isDone();
                leftNs = stampNs - clock.stampNs()) {
            LockSupport.parkNanos(leftNs);
        }
    }

    private long await(AdapterSwap swap) throws PawlException {
        try {
            CompletableFuture.anyOf(swap.tick(), runEnd).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return swap.tick().getNow(null);
        } catch (ExecutionException e) {
            throw new PawlException(Kind.USAGE, "the run ended before " + swap.venueName() + " was changed", e);
        } catch (TimeoutException e) {
            throw new PawlException(
                    Kind.INVARIANT,
                    "the engine did not come to change " + swap.venueName() + " within " + PATIENCE_SECONDS
                            + " s; it may do so later",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PawlException(Kind.USAGE, "interrupted while " + swap.venueName() + " was changed", e);
        }
    }

    /** Nothing more is carried out. */
    void stop() {
        runEnd.completeExceptionally(new IllegalStateException("the run has ended"));
    }
}
