package pawl.kernel.engine;

import pawl.api.plugin.StateBlock;
import pawl.api.storage.LogStore;
import pawl.storage.EngineLog;
import pawl.storage.StateRegion;

/** What runs ticks, put together from a plan: the state of all tokens, the views on it, and where it is written. */
public final class EngineParts {
    final EnginePlan plan;
    final EngineCounts counts = new EngineCounts();
    final BlockLayout layout;
    final long[] blocks;
    final TokenLane[] lanes;
    final Groups groups;
    final EngineLog log;
    final Snapshots snapshots;
    final Tick tick;

    EngineParts(EnginePlan plan, LogStore store, EngineLog log) {
        this.plan = plan;
        this.log = log;
        layout = new BlockLayout(
                plan.venues().size(),
                plan.features().extractor().stateWords(),
                plan.tiers().policy().stateWords(),
                Groups.eventSlots(plan).most(),
                Groups.clusterSlots(plan).most());
        int tokenCount = plan.tokens().size();
        blocks = new long[Math.multiplyExact(layout.words(), tokenCount)];
        lanes = new TokenLane[tokenCount];
        Witnesses witnesses = new Witnesses(plan);
        for (int i = 0; i < tokenCount; i++) {
            lanes[i] = new TokenLane(plan.tokens().get(i), blocks, layout, plan, witnesses);
        }
        groups = new Groups(plan, lanes, blocks, layout);
        snapshots = new Snapshots(store, log, layout, blocks, groups, plan);
        tick = new Tick(lanes, groups, log, snapshots, counts);
    }

    /** Takes up what the blocks hold, zeros or what was restored: tokens that were never seen get their first tier. */
    void begin() {
        groups.readFromMembers();
        for (TokenLane lane : lanes) {
            lane.streams().begin();
            lane.assignFirstTier();
            lane.refreshPhaseFactors();
        }
    }

    /** What logs and snapshots say of adapters from then on. */
    void readAdaptersFrom(AdapterStates states) {
        snapshots.readAdaptersFrom(states);
        tick.readAdaptersFrom(states);
    }

    /** Part of every snapshot, so that a resumed run judges a silence as a straight one does. */
    void setLastFrameTick(long tick) {
        for (TokenLane lane : lanes) {
            lane.engineState().setLastFrameTick(tick);
        }
    }

    /** Inputs were missing from one tick through another (D2). */
    void outage(long resumedTick, long firstMissingTick, long lastMissingTick) {
        counts.outages++;
        for (TokenLane lane : lanes) {
            lane.outage(resumedTick, firstMissingTick, lastMissingTick, log);
        }
        groups.restart();
    }

    /** Takes over the state of an engine whose calendar of events alone was another. */
    void takeOver(EngineParts before) {
        before.groups.copyToMembers();
        StateBlock[] events = new StateBlock[lanes.length];
        for (int token = 0; token < lanes.length; token++) {
            for (StateRegion region : layout.regions()) {
                if (!region.name().equals(BlockLayout.EVENTS)) {
                    StateBlock from = before.layout.view(before.blocks, token, region.name());
                    layout.view(blocks, token, region.name()).copyFrom(from);
                }
            }
            events[token] = before.layout.view(before.blocks, token, BlockLayout.EVENTS);
        }
        groups.adoptPhases(events);
    }

    public EnginePlan plan() {
        return plan;
    }

    /** By the tokens' indices. */
    public TokenLane lane(int token) {
        return lanes[token];
    }

    public Groups groups() {
        return groups;
    }
}
