package pawl.kernel.simulate;

import java.util.List;
import java.util.Optional;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.AdapterSource;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.simulate.SimulatedInput.Kind;
import pawl.storage.LogCatalog;
import pawl.storage.StorageFormatException;

/** One engine after another on one disk, each going on where the one before was interrupted, until all inputs were given. */
final class EngineLives {
    private final SimulatedEngine simulated;
    private final List<SimulatedInput> inputs;
    private final SimulatedDisk disk;
    private final List<Interruption> interruptions;
    private int nextInterruption;
    private int lives;
    private long lastTick = -1;

    EngineLives(
            SimulatedEngine simulated,
            List<SimulatedInput> inputs,
            SimulatedDisk disk,
            List<Interruption> interruptions) {
        this.simulated = simulated;
        this.inputs = inputs;
        this.disk = disk;
        this.interruptions = interruptions;
    }

    void toTheEnd() throws SimulationFailure {
        boolean isAtTheEnd = false;
        while (!isAtTheEnd) {
            isAtTheEnd = live();
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
        SimulatedStore store = disk.start();
        try {
            boolean isContinued = LogCatalog.of(store).lastCommittedTick(store).isPresent();
            simulated.keepConfiguration(store);
            EnginePlan plan = simulated.plan();
            try (Engine engine = new Engine(plan, store, _ -> {}, Optional.empty(), AdapterSource.NONE)) {
                int next = isContinued ? firstInputAfter(engine.resume()) : 0;
                return through(engine, next);
            }
        } catch (PawlException | StorageException | StorageFormatException e) {
            throw new SimulationFailure(lastTick, "the engine failed: " + e.getMessage(), e);
        }
    }

    /** Frames of an open tick are nowhere once a process ends: they are given again. */
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
