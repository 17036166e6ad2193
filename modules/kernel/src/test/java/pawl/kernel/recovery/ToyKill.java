package pawl.kernel.recovery;

import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyBuilds;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyPlan;
import pawl.storage.LogCatalog;
import pawl.storage.StorageFormatException;

/** Runs engines of toys until their store fails them. */
final class ToyKill {
    static final Recovery.TokenNames TOKENS =
            sha256 -> ToyPlan.TOKENS.stream().map(Token::name).toList();

    private ToyKill() {}

    /** How many writes a run takes that goes on with what the store holds, to its end. */
    static long writesOf(ToyPlan plan, HeapLogStore store, List<ToyFrame> frames) throws Exception {
        KilledStore counting = new KilledStore(store, Long.MAX_VALUE, 0);
        run(plan, counting, frames);
        return counting.writes();
    }

    /** Goes on with what the store holds, if anything, to the end or until it is killed. */
    static void run(ToyPlan plan, LogStore store, List<ToyFrame> frames)
            throws StorageException, StorageFormatException {
        boolean resumes = LogCatalog.of(store).lastCommittedTick(store).isPresent();
        EnginePlan parts = plan.plan();
        try (Engine engine = new Engine(parts, store, refusal -> {}, Optional.empty(), new ToyBuilds(parts))) {
            long resumedThrough = resumes ? engine.resume() : Long.MIN_VALUE;
            for (ToyFrame frame : frames) {
                if (frame.tick() > resumedThrough) {
                    give(engine, frame);
                }
            }
            engine.closeThrough(engine.lastFrameTick().orElseThrow());
            engine.stop();
        } catch (PawlException | StorageException e) {
            if (!(store instanceof KilledStore killed && killed.isKilled())) {
                throw new AssertionError(e);
            }
        }
    }

    private static void give(Engine engine, ToyFrame frame) throws PawlException {
        byte[] bytes = frame.bytes();
        if (frame.isOfHearing()) {
            engine.hearing(frame.venue(), frame.tick(), bytes, 0, bytes.length);
        } else {
            engine.frame(frame.venue(), frame.tick(), bytes, 0, bytes.length);
        }
    }
}
