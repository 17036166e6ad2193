package pawl.kernel.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.fsm.TokenState;
import pawl.kernel.contract.AdapterHealth;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.Durability;
import pawl.storage.EngineLog;
import pawl.storage.ForceThreads;
import pawl.storage.StorageFormatException;

/**
 * The engine: frames and boundaries in, ticks run, logs and snapshots out (D1). It owns all tokens' state and is used by one thread.
 */
public final class Engine implements EngineInput, AutoCloseable {
    private static final int FLUSH_TICKS = (int) Ticks.TICKS_PER_SECOND;

    private final EnginePlan plan;
    private final LogStore store;
    private final FrameRefusals refusals;
    private final EngineParts parts;
    private final EngineCounts counts;
    private final TokenLane[] lanes;
    private final VenueInput[] inputs;
    private final EngineLog log;
    private final Snapshots snapshots;
    private final Tick tick;
    private final GlobalClock clock;
    private final Optional<String> continuedConfiguration;
    private boolean hasFailed;

    /** An engine on an opened store, about to begin or, with {@link #resume}, to go on. */
    public Engine(EnginePlan plan, LogStore store, FrameRefusals refusals) throws StorageException {
        this(plan, store, refusals, Optional.empty(), AdapterSource.NONE);
    }

    /**
     * An engine about to go on, with {@link #resume}, where one with another calendar of events stopped: the change is logged in its
     * first tick, and phases that events have reached stay (E7).
     *
     * @param continuedConfiguration the hash of the configuration of that engine
     * @param adapters where other builds of the venues' adapters come from
     */
    public Engine(
            EnginePlan plan,
            LogStore store,
            FrameRefusals refusals,
            Optional<String> continuedConfiguration,
            AdapterSource adapters)
            throws StorageException {
        this.plan = plan;
        this.store = store;
        this.refusals = refusals;
        this.continuedConfiguration = continuedConfiguration;
        clock = new GlobalClock(plan.outageTicks());
        log = new EngineLog(store, plan.identity(), plan.tokens(), FLUSH_TICKS);
        parts = new EngineParts(plan, store, log);
        counts = parts.counts;
        lanes = parts.lanes;
        snapshots = parts.snapshots;
        tick = parts.tick;
        inputs = new VenueInput[plan.venues().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new VenueInput(i, parts, refusals, adapters);
        }
        parts.readAdaptersFrom(new AskedAdapters(inputs));
    }

    /** Says how committed ticks are forced to disk, before the first; without it, on this thread, when a day and when the run ends. */
    public void forceAs(Durability durability, ForceThreads threads) {
        log.forceAs(durability, threads);
    }

    /** The most ticks that were committed and not yet known to be on disk, where none waits for the disk. */
    public long mostUnforcedTicks() {
        return log.mostUnforcedTicks();
    }

    @Override
    public void frame(int venue, long frameTick, byte[] bytes, int offset, int length) throws PawlException {
        if (take(frameTick)) {
            inputs[venue].frame(clock.current(), bytes, offset, length);
        }
    }

    @Override
    public void hearing(int venue, long frameTick, byte[] bytes, int offset, int length) throws PawlException {
        if (take(frameTick)) {
            inputs[venue].hearing(clock.current(), bytes, offset, length);
        }
    }

    /** Opens the frame's tick; false where it can be none. */
    private boolean take(long frameTick) throws PawlException {
        requireSound();
        counts.frames++;
        if (!GlobalClock.isTick(frameTick)) {
            refuse(Reason.BAD_VALUE, "its tick " + frameTick + " lies outside the years 1970 to 9999");
            return false;
        }
        reach(frameTick);
        if (clock.hear()) {
            parts.setLastFrameTick(clock.current());
        }
        return true;
    }

    private void refuse(Reason reason, String message) throws PawlException {
        counts.refusedFrames++;
        refusals.refused(new FrameRefusedException(reason, 0, message));
    }

    private void reach(long frameTick) throws PawlException {
        if (!clock.hasStarted()) {
            begin(frameTick);
            clock.start(frameTick);
            parts.setLastFrameTick(clock.current());
        } else if (clock.isOutage(frameTick)) {
            closeThrough(clock.lastFrameTick().orElseThrow());
            skipOutage(frameTick);
        } else {
            closeThrough(frameTick - 1);
        }
    }

    private void begin(long firstTick) throws PawlException {
        try {
            parts.begin();
        } catch (RuntimeException e) {
            throw failure(firstTick, e);
        }
    }

    /** Whether the silence before a frame of that tick is to be one logged gap rather than empty ticks (D2). */
    public boolean isOutage(long frameTick) {
        return clock.isOutage(frameTick);
    }

    private void skipOutage(long resumedTick) throws PawlException {
        long firstMissingTick = clock.current();
        if (resumedTick <= firstMissingTick) {
            return;
        }
        clock.jumpTo(resumedTick);
        try {
            parts.outage(resumedTick, firstMissingTick, resumedTick - 1);
        } catch (RuntimeException e) {
            throw failure(resumedTick, e);
        }
    }

    @Override
    public void closeThrough(long lastTick) throws PawlException {
        requireSound();
        while (clock.isDue(lastTick)) {
            try {
                tick.run(clock.current());
            } catch (Throwable e) {
                PluginErrors.rethrowFatal(e);
                throw failure(clock.current(), e);
            }
            clock.next();
        }
    }

    /** A tick that failed has left some tokens' state behind it and others' before it. */
    private void requireSound() {
        if (hasFailed) {
            throw new IllegalStateException("this engine failed before and runs nothing more");
        }
    }

    private PawlException failure(long tick, Throwable e) {
        hasFailed = true;
        if (e instanceof StorageFormatException) {
            return new PawlException(
                    Kind.BAD_DATA, "the logs cannot be continued at tick " + tick + ": " + e.getMessage(), e);
        }
        return e instanceof StorageException
                ? new PawlException(Kind.USAGE, "tick " + tick + " could not be stored: " + e.getMessage(), e)
                : new PawlException(
                        Kind.INVARIANT,
                        "tick " + tick + ": " + (e instanceof EngineFault ? e.getMessage() : e.toString())
                                + "; nothing of it was written",
                        e);
    }

    /**
     * Ends the run after the last closed tick: every record is on disk, and a snapshot of each token, from which a run can go on.
     */
    public void stop() throws PawlException {
        requireSound();
        try {
            log.force();
            if (counts.ticks() > 0) {
                snapshots.take(lastTick());
            }
        } catch (StorageException | StorageFormatException e) {
            throw failure(lastTick(), e);
        }
    }

    /**
     * Takes up the state of the newest snapshots, before the first frame.
     *
     * @return the last tick that the store holds; the next to run is the one after it
     */
    public long resume() throws PawlException {
        try {
            long lastTick = new SnapshotRestore(store, parts).restore(continuedConfiguration);
            // The snapshots say under which configuration the last tick was committed, whatever the day began under.
            log.continueOtherConfigurations();
            begin(lastTick + 1);
            if (continuedConfiguration.isPresent()) {
                tick.announceConfiguration(plan.identity().configurationSha256());
            }
            for (VenueInput input : inputs) {
                input.restore(parts.layout.view(parts.blocks, 0, BlockLayout.ADAPTERS));
            }
            clock.resume(lastTick, lanes[0].engineState().lastFrameTick());
            return lastTick;
        } catch (StorageException | StorageFormatException e) {
            throw new PawlException(Kind.USAGE, "the data folder cannot be continued: " + e.getMessage(), e);
        }
    }

    /** The last tick that had a frame; none before the first. */
    public OptionalLong lastFrameTick() {
        return clock.lastFrameTick();
    }

    /** The tick that frames go into now; none before the first. */
    public OptionalLong openTick() {
        return clock.openTick();
    }

    /** Whether some tick is open: the one after {@link #lastTick}. */
    public boolean hasBegun() {
        return clock.hasStarted();
    }

    /** The last tick that was closed; meaningless before the first. */
    public long lastTick() {
        return clock.current() - 1;
    }

    /** Tells of each gap when its tick is logged; logic is not changed by it. At most one listener. */
    public void listenForGaps(GapListener listener) {
        counts.listenForGaps(listener);
    }

    /** SHA-256 of the plugin whose adapter decodes a venue's frames; empty where it was taken away. */
    public Optional<String> adapterSha256(int venue) {
        return inputs[venue].adapterSha256();
    }

    /** The venues whose adapter failed too often, and is not asked. */
    public List<String> quarantinedVenues() {
        return Arrays.stream(inputs)
                .filter(VenueInput::isQuarantined)
                .map(VenueInput::name)
                .toList();
    }

    /** How the venues' adapters kept their contract so far. */
    public AdapterHealth adapterHealth() {
        return new AdapterHealth(
                counts.failedFrames(), counts.droppedFrames(), counts.adapterChanges(), quarantinedVenues());
    }

    public EngineCounts counts() {
        return counts;
    }

    /** The state of a token's machine. */
    public TokenState stateOf(int token) {
        return lanes[token].state();
    }

    /** The state of each cluster, by name. */
    public SortedMap<String, String> clusterStates() {
        SortedMap<String, String> states = new TreeMap<>();
        for (ClusterLane cluster : parts.groups.clusters()) {
            states.put(cluster.name(), cluster.machine().state().name());
        }
        return states;
    }

    /** The phase of each event, by name; NOT_BEGUN before the first. */
    public SortedMap<String, String> eventPhases() {
        SortedMap<String, String> phases = new TreeMap<>();
        for (EventLane event : parts.groups.events()) {
            phases.put(event.name(), event.phaseName());
        }
        return phases;
    }

    /** Gives up the logs; a tick that is open is not committed. */
    @Override
    public void close() throws StorageException {
        log.close();
    }
}
