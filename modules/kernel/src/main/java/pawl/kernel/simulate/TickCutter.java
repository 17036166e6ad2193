package pawl.kernel.simulate;

import java.util.ArrayList;
import java.util.List;
import pawl.api.token.Ticks;
import pawl.kernel.engine.HearingFrame;
import pawl.kernel.simulate.SimulatedInput.Kind;

/**
 * Cuts what arrives into ticks as a live engine does, by the host's clock, which is set now and then and whose time the engine never lets
 * run backward: frames in the tick of their stamp, every boundary in order, a word now and then so that a quiet market is no outage, and
 * none of it while the process stands still.
 */
final class TickCutter {
    private static final long NS_PER_MS = 1_000_000;

    private final List<FaultWindow> windows;
    private final long outageTicks;
    private final long aliveTicks;
    private final int venues;
    private final List<SimulatedInput> inputs = new ArrayList<>();
    private int nextWindow;
    private long aheadNs;
    private long stampNs;
    private long lastInputTick = Long.MIN_VALUE / 2;
    private long closedTick = Long.MIN_VALUE / 2;

    /** @param windows of the faults, in order of their beginnings */
    TickCutter(List<FaultWindow> windows, long outageTicks, int venues) {
        this.windows = windows;
        this.outageTicks = outageTicks;
        this.venues = venues;
        aliveTicks = Math.max(1, outageTicks / 2);
    }

    /** @param arrivals in order, at least one */
    List<SimulatedInput> cut(List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) {
            setClock(arrival.atNs());
            pass(arrival.atNs());
            give(arrival.venue(), arrival.isHearing(), arrival.bytes());
        }
        give(0, true, HearingFrame.alive(stampNs / NS_PER_MS));
        close(lastInputTick);
        return inputs;
    }

    private void setClock(long untilNs) {
        while (nextWindow < windows.size() && windows.get(nextWindow).fromNs() <= untilNs) {
            FaultWindow window = windows.get(nextWindow++);
            if (window.stepNs() != 0) {
                pass(window.fromNs());
                aheadNs += window.stepNs();
                long behindMs = Math.max(0, stampNs - window.fromNs() - aheadNs) / NS_PER_MS;
                for (int venue = 0; venue < venues; venue++) {
                    give(venue, true, HearingFrame.clock(stampNs / NS_PER_MS, window.stepNs() / NS_PER_MS, behindMs));
                }
            }
        }
    }

    /** The host's clock goes on to a moment; the engine is awake on the way unless its process stands still. */
    private void pass(long atNs) {
        long nextNs = Math.max(stampNs, atNs + aheadNs);
        boolean isFirst = inputs.isEmpty();
        boolean isPaused = windows.stream()
                .anyMatch(window -> window.fault() == FeedFault.PAUSE
                        && window.toNs() > stampNs - aheadNs
                        && window.fromNs() < atNs);
        while (!isFirst && !isPaused && Ticks.ofEpochNs(nextNs) - lastInputTick > aliveTicks) {
            stampNs = (lastInputTick + aliveTicks) * Ticks.TICK_NS;
            give(0, true, HearingFrame.alive(stampNs / NS_PER_MS));
        }
        stampNs = nextNs;
    }

    private void give(int venue, boolean isHearing, byte[] bytes) {
        long tick = Ticks.ofEpochNs(stampNs);
        if (!inputs.isEmpty() && tick - lastInputTick > outageTicks) {
            endSilence();
        } else if (!inputs.isEmpty() && tick - 1 > closedTick && tick > lastInputTick) {
            close(tick - 1);
        }
        lastInputTick = Math.max(tick, closedTick + 1);
        inputs.add(new SimulatedInput(isHearing ? Kind.HEARING : Kind.FRAME, venue, lastInputTick, bytes));
    }

    /** An outage begins behind the last tick that had a frame: so one that is open behind a closed one gets one. */
    private void endSilence() {
        if (lastInputTick <= closedTick) {
            lastInputTick = closedTick + 1;
            byte[] alive = HearingFrame.alive(Ticks.startMs(lastInputTick));
            inputs.add(new SimulatedInput(Kind.HEARING, 0, lastInputTick, alive));
        }
    }

    private void close(long lastTick) {
        inputs.add(SimulatedInput.boundary(lastTick));
        closedTick = lastTick;
    }
}
