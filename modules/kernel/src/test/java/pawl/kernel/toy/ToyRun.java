package pawl.kernel.toy;

import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.storage.LogCatalog;
import pawl.storage.StorageFormatException;

/** Drives an engine as a replay does, from frames in memory. */
public final class ToyRun {
    private ToyRun() {}

    /** Runs all frames in a new engine on a new store. */
    public static HeapLogStore straightThrough(ToyPlan plan, List<ToyFrame> frames)
            throws PawlException, StorageException, StorageFormatException {
        HeapLogStore store = new HeapLogStore();
        through(plan, store, frames, Long.MAX_VALUE);
        return store;
    }

    /**
     * Runs in a new engine, which goes on with what the store holds, if anything.
     *
     * @param untilTick the last to run
     */
    public static void through(ToyPlan plan, LogStore store, List<ToyFrame> frames, long untilTick)
            throws PawlException, StorageException, StorageFormatException {
        through(plan, Optional.empty(), store, frames, untilTick);
    }

    /** The same where the store was left under another configuration, of that hash, with another calendar. */
    public static void throughAfter(
            ToyPlan plan, String otherSha256, HeapLogStore store, List<ToyFrame> frames, long untilTick)
            throws PawlException, StorageException, StorageFormatException {
        Optional<String> continued =
                otherSha256.equals(plan.configurationSha256()) ? Optional.empty() : Optional.of(otherSha256);
        through(plan, continued, store, frames, untilTick);
    }

    private static void through(
            ToyPlan plan, Optional<String> continued, LogStore store, List<ToyFrame> frames, long untilTick)
            throws PawlException, StorageException, StorageFormatException {
        EnginePlan parts = plan.plan();
        try (Engine engine = new Engine(parts, store, refusal -> {}, continued, new ToyBuilds(parts))) {
            through(engine, store, frames, untilTick);
        }
    }

    /** The same with an engine that is about to begin or to go on. */
    public static void through(Engine engine, LogStore store, List<ToyFrame> frames, long untilTick)
            throws PawlException, StorageException, StorageFormatException {
        boolean resumes = LogCatalog.of(store).lastCommittedTick(store).isPresent();
        long resumedThrough = resumes ? engine.resume() : Long.MIN_VALUE;
        engine.closeThrough(lastTickAfterFeeding(engine, frames, resumedThrough, untilTick));
        engine.stop();
    }

    private static long lastTickAfterFeeding(Engine engine, List<ToyFrame> frames, long resumedThrough, long untilTick)
            throws PawlException {
        for (ToyFrame frame : frames) {
            if (frame.tick() > untilTick) {
                return engine.isOutage(frame.tick()) ? engine.lastFrameTick().orElseThrow() : untilTick;
            }
            if (frame.tick() > resumedThrough) {
                byte[] bytes = frame.bytes();
                if (frame.isOfHearing()) {
                    engine.hearing(frame.venue(), frame.tick(), bytes, 0, bytes.length);
                } else {
                    engine.frame(frame.venue(), frame.tick(), bytes, 0, bytes.length);
                }
            }
        }
        return engine.lastFrameTick().orElseThrow();
    }
}
