package pawl.kernel.simulate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.AdapterSource;
import pawl.kernel.engine.Engine;
import pawl.kernel.simulate.SimulatedInput.Kind;
import pawl.storage.Durability;

/**
 * One engine after another on one disk, each recovering what the one before left and going on from there, until all inputs were given.
 * Frames of ticks that were not committed are given again.
 */
final class EngineLives {
    private static final int OPERATIONS_OF_RECOVERY = 30;

    private final SimulatedEngine simulated;
    private final List<SimulatedInput> inputs;
    private final SimulatedDisk disk;
    private final List<Interruption> interruptions;
    private final SplittableRandom random;
    private final Durability durability;
    private int nextInterruption;
    private int lives;
    private long lastTick = -1;
    private long promisedTick = -1;
    private boolean mayNeedRepair;
    private boolean hasRecovered;

    EngineLives(
            SimulatedEngine simulated,
            List<SimulatedInput> inputs,
            SimulatedDisk disk,
            List<Interruption> interruptions,
            SplittableRandom random) {
        this.simulated = simulated;
        this.inputs = inputs;
        this.disk = disk;
        this.interruptions = interruptions;
        this.random = random;
        durability = Durability.values()[random.nextInt(Durability.values().length)];
    }

    void toTheEnd() throws SimulationFailure {
        boolean isAtTheEnd = false;
        while (!isAtTheEnd) {
            isAtTheEnd = live();
            end();
        }
    }

    int lives() {
        return lives;
    }

    /** The last tick that the engine closed. */
    long lastTick() {
        return lastTick;
    }

    /** From a process's start to its end; true where it came to the end of the inputs. */
    private boolean live() throws SimulationFailure {
        lives++;
        hasRecovered = false;
        try (LogStore store = disk.start()) {
            simulated.keepConfiguration(store);
            OptionalLong recovered = recover(store);
            requireKept(recovered);
            hasRecovered = true;
            try (Engine engine = new Engine(simulated.plan(), store, _ -> {}, Optional.empty(), AdapterSource.NONE)) {
                engine.forceAs(durability, new LateForces(random.split()));
                if (recovered.isEmpty()) {
                    return through(engine, 0);
                }
                engine.resume();
                return through(engine, firstInputAfter(recovered.getAsLong()));
            }
        } catch (PawlException | StorageException e) {
            if (!disk.wasStruck()) {
                throw new SimulationFailure(lastTick, "the engine failed: " + e.getMessage(), e);
            }
            return false;
        } catch (RuntimeException e) {
            throw new SimulationFailure(lastTick, "the engine threw " + e, e);
        }
    }

    /**
     * Where the operating system alone forces, a loss of power may take more of the logs than recovery believes a crash to take, and what it
     * says then is done: {@code pawl repair}.
     */
    private OptionalLong recover(LogStore store) throws PawlException {
        OptionalLong recovered;
        try {
            recovered = simulated.recover(store, false);
        } catch (PawlException e) {
            if (e.kind() != PawlException.Kind.BAD_DATA || !mayNeedRepair) {
                throw e;
            }
            recovered = simulated.recover(store, true);
        }
        mayNeedRepair = false;
        return recovered;
    }

    private void requireKept(OptionalLong recovered) throws SimulationFailure {
        long tick = recovered.orElse(-1);
        if (tick < promisedTick) {
            throw new SimulationFailure(
                    promisedTick,
                    "tick " + promisedTick + " was committed, and after "
                            + disk.lastFault().map(Enum::name).orElse("a stop") + " recovery with durability "
                            + durability + " went back to " + (tick < 0 ? "nothing" : "tick " + tick));
        }
    }

    /** What the process leaves to the next, and what befalls that one while it recovers. */
    private void end() {
        Optional<DiskFault> fault = disk.wasStruck() ? disk.lastFault() : Optional.empty();
        long before = hasRecovered ? Long.MAX_VALUE : promisedTick;
        if (fault.equals(Optional.of(DiskFault.POWER_LOSS))) {
            promisedTick = CommittedTick.forced(disk);
            disk.losePower();
            mayNeedRepair = durability == Durability.SYSTEM;
        } else if (fault.isPresent() && !disk.isDown()) {
            // What was handed over in the call that failed was never said to be committed, and may be taken back.
            promisedTick = Math.min(lastTick, disk.handedOverWhenStruck());
        } else {
            promisedTick = CommittedTick.handedOver(disk);
        }
        // Until a recovery is through, the logs may say more than was ever promised.
        promisedTick = Math.min(promisedTick, before);
        boolean isStillFull = fault.equals(Optional.of(DiskFault.FULL)) && random.nextInt(3) == 0;
        if (fault.isPresent() && !isStillFull) {
            disk.disarm();
            if (random.nextInt(3) == 0) {
                DiskFault next = DiskFault.values()[random.nextInt(DiskFault.values().length)];
                disk.arm(next, random.nextInt(OPERATIONS_OF_RECOVERY));
            }
        }
    }

    private int firstInputAfter(long tick) {
        int low = 0;
        int high = inputs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inputs.get(middle).tick() > tick) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean through(Engine engine, int first) throws PawlException {
        boolean isToStop = false;
        for (int index = first; index < inputs.size(); index++) {
            SimulatedInput input = inputs.get(index);
            give(engine, input);
            isToStop |= isInterrupted(index);
            if (isToStop && input.kind() == Kind.BOUNDARY) {
                engine.stop();
                return false;
            }
        }
        engine.stop();
        return true;
    }

    private void give(Engine engine, SimulatedInput input) throws PawlException {
        byte[] bytes = input.bytes();
        switch (input.kind()) {
            case FRAME -> engine.frame(input.venue(), input.tick(), bytes, 0, bytes.length);
            case HEARING -> engine.hearing(input.venue(), input.tick(), bytes, 0, bytes.length);
            case BOUNDARY -> engine.closeThrough(input.tick());
        }
        if (engine.hasBegun()) {
            lastTick = engine.lastTick();
        }
    }

    /** Whether the engine is told to stop. Inputs that are given again are no reason for the same once more. */
    private boolean isInterrupted(int index) {
        boolean isToStop = false;
        while (nextInterruption < interruptions.size()
                && interruptions.get(nextInterruption).input() <= index) {
            Interruption interruption = interruptions.get(nextInterruption++);
            interruption.fault().ifPresent(fault -> disk.arm(fault, interruption.operations()));
            isToStop |= interruption.fault().isEmpty();
        }
        return isToStop;
    }
}
