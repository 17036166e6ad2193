package pawl.kernel.simulate;

import java.util.List;
import java.util.SplittableRandom;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Instrument;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.MarketModel;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.Reexecution;
import pawl.storage.StorageFormatException;

/** One seed: what it draws, an engine that it spares, another that it does not, and the comparison of what both leave. */
public final class SimulatedSeed {
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int INTERRUPTIONS_PER_HOUR = 8;
    private static final long NS_PER_SECOND = 1_000_000_000;

    private final SimulatedEngine engine;
    private final MarketModel market;
    private final MarketHours hours;
    private final long seed;
    private final int seconds;
    private final SimulatedDisk spared;
    private final SimulatedDisk disk;
    private final SplittableRandom ofFeeds;
    private final SplittableRandom ofLives;

    /** @param seconds of market time */
    SimulatedSeed(SimulatedEngine engine, MarketModel market, MarketHours hours, long seed, int seconds) {
        this.engine = engine;
        this.market = market;
        this.hours = hours;
        this.seed = seed;
        this.seconds = seconds;
        SplittableRandom random = new SplittableRandom(seed);
        ofFeeds = random.split();
        ofLives = random.split();
        spared = new SimulatedDisk(random.split());
        disk = new SimulatedDisk(random.split());
    }

    /** What a seed led through. */
    record Outcome(long ticks, long steps, int inputs, int processes) {}

    Outcome run() throws SimulationFailure, PawlException {
        List<SimulatedInput> inputs = inputs(ofFeeds);
        new EngineLives(engine, inputs, spared, List.of(), new SplittableRandom(seed)).toTheEnd();
        int most = Math.max(2, INTERRUPTIONS_PER_HOUR * seconds / SECONDS_PER_HOUR);
        List<Interruption> interruptions = Interruption.draw(ofLives, inputs.size(), most);
        EngineLives lives = new EngineLives(engine, inputs, disk, interruptions, ofLives.split());
        lives.toTheEnd();
        LogInvariants.Seen seen = check(disk, lives.lastTick());
        StoreComparison.requireSame(spared, disk, lives.lastTick());
        return new Outcome(seen.ticks(), seen.steps(), inputs.size(), lives.lives());
    }

    /** The disk of the engine that nothing befell, as it is by now. */
    SimulatedDisk sparedDisk() {
        return spared;
    }

    /** The disk of those that were interrupted, as it is by now. */
    SimulatedDisk disk() {
        return disk;
    }

    private List<SimulatedInput> inputs(SplittableRandom random) throws PawlException {
        EnginePlan plan = engine.plan();
        long firstSecond = hours.draw(random, seconds);
        List<FaultWindow> windows =
                FaultCalendar.draw(random, firstSecond, seconds, plan.venues().size(), plan.outageTicks());
        SimulatedFeeds feeds = new SimulatedFeeds(random.split(), windows, plan.venues());
        FrameSource frames = market.frames(new MarketModel.Order(
                seed,
                firstSecond,
                seconds,
                plan.venues().stream().map(SimulatedSeed::venue).toList()));
        frames.play(feeds::frame);
        new SimulatedHearing(plan.venues(), windows, feeds).tellAll(firstSecond * NS_PER_SECOND);
        return new TickCutter(windows, plan.outageTicks(), plan.venues().size()).cut(feeds.arrivals());
    }

    private static MarketModel.Venue venue(EnginePlan.Venue venue) {
        return new MarketModel.Venue(
                venue.name(),
                venue.pluginId(),
                venue.instruments().stream().map(Instrument::symbol).toList());
    }

    private LogInvariants.Seen check(SimulatedDisk disk, long lastTick) throws SimulationFailure {
        try (LogStore store = disk.start()) {
            LogInvariants.Seen seen = LogInvariants.check(store);
            reexecute(store);
            return seen;
        } catch (StorageException | StorageFormatException e) {
            throw new SimulationFailure(lastTick, "the logs cannot be read: " + e.getMessage(), e);
        }
    }

    private void reexecute(LogStore store) throws SimulationFailure, StorageException {
        long tick = -1;
        try (Reexecution again = new Reexecution(store, (_, _) -> engine.plan())) {
            while (again.next()) {
                tick = again.tick();
            }
        } catch (PawlException e) {
            throw new SimulationFailure(tick + 1, "running the logs' inputs again: " + e.getMessage(), e);
        }
    }
}
