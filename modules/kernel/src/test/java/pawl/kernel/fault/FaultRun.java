package pawl.kernel.fault;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogStore;
import pawl.api.token.Token;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.recovery.Recovery;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyBuilds;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.Durability;
import pawl.storage.ForceThreads;

/** A replay of toys that can be broken off anywhere and gone on with: it repairs what it finds, and runs to the end. */
final class FaultRun {
    static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.SOME);

    private final List<ToyFrame> frames;
    private final Durability durability;
    private final ForceThreads thread;

    FaultRun(long seed, int busyTicks, Durability durability, ForceThreads thread) {
        frames = RandomFrames.of(seed, busyTicks);
        this.durability = durability;
        this.thread = thread;
    }

    /** @return the last tick that was found committed; empty where there was none */
    static OptionalLong recover(LogStore store) throws Exception {
        List<String> tokens = ToyPlan.TOKENS.stream().map(Token::name).toList();
        return new Recovery(store, (configuration, header) -> PLAN.plan(), configuration -> tokens, false)
                .run(true)
                .committedTick();
    }

    void toTheEnd(LogStore store) throws Exception {
        EnginePlan parts = PLAN.plan();
        try (Engine engine = new Engine(parts, store, refusal -> {}, Optional.empty(), new ToyBuilds(parts))) {
            engine.forceAs(durability, thread);
            ToyRun.through(engine, store, frames, Long.MAX_VALUE);
        }
    }
}
