package pawl.kernel.simulate;

import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/**
 * A disk in memory that keeps account of what was forced, with one fault at a time that waits for one of the operations to come. One
 * process at a time has it; what a process before that one still holds is of no use.
 */
final class SimulatedDisk {
    private static final int RECENTLY_DELETED = 16;

    private final SplittableRandom random;
    private final TreeMap<String, DiskFile> files = new TreeMap<>();
    private final TreeMap<String, DiskFile> deleted = new TreeMap<>();
    private Optional<DiskFault> fault = Optional.empty();
    private int operationsUntilFault;
    private boolean wasStruck;
    private boolean isDown;
    private Optional<DiskFault> lastFault = Optional.empty();
    private long handedOverWhenStruck = -1;
    private int processes;

    SimulatedDisk(SplittableRandom random) {
        this.random = random;
    }

    SortedMap<String, DiskFile> files() {
        return files;
    }

    /** Lets the fault befall the operation after so many others; one that waits already is forgotten. */
    void arm(DiskFault next, int operations) {
        fault = Optional.of(next);
        operationsUntilFault = operations;
    }

    /** Nothing more befalls it; a full disk gets room. */
    void disarm() {
        fault = Optional.empty();
    }

    /** Whether a fault befell the present process. */
    boolean wasStruck() {
        return wasStruck;
    }

    /** The fault that befell last, if one did. */
    Optional<DiskFault> lastFault() {
        return lastFault;
    }

    /** The last tick that was handed over before a fault first befell the present process. */
    long handedOverWhenStruck() {
        return handedOverWhenStruck;
    }

    /** Whether the process that has the disk was killed, or had its power cut. */
    boolean isDown() {
        return isDown;
    }

    /** The store of a new process. */
    SimulatedStore start() {
        processes++;
        wasStruck = false;
        isDown = false;
        return new SimulatedStore(this, processes);
    }

    /** Power is gone, if that is what befell it: of what was not forced chance leaves some. */
    void losePower() {
        deleted.forEach((name, file) -> {
            if (!files.containsKey(name) && random.nextInt(4) == 0) {
                files.put(name, file);
            }
        });
        deleted.clear();
        Iterator<DiskFile> each = files.values().iterator();
        while (each.hasNext()) {
            if (!each.next().losePower(random)) {
                each.remove();
            }
        }
    }

    void requireAlive(int process, String name) throws StorageException {
        if (isDown || process != processes) {
            throw new StorageException(Kind.DEVICE, name + ": the simulated process is gone");
        }
    }

    /** The fault that befalls the operation that is to begin; none mostly. */
    Optional<DiskFault> next(int process, String name) throws StorageException {
        requireAlive(process, name);
        if (fault.isEmpty() || operationsUntilFault-- > 0) {
            return Optional.empty();
        }
        Optional<DiskFault> befallen = fault;
        if (!wasStruck) {
            handedOverWhenStruck = CommittedTick.handedOver(this);
        }
        wasStruck = true;
        lastFault = befallen;
        switch (befallen.get()) {
            case KILL, POWER_LOSS -> {
                isDown = true;
                fault = Optional.empty();
            }
            case DEVICE_ERROR -> fault = Optional.empty();
            case FULL -> {
                // Until there is room.
            }
        }
        return befallen;
    }

    static StorageException failure(DiskFault befallen, String name) {
        return switch (befallen) {
            case KILL -> new StorageException(Kind.DEVICE, name + ": the simulated process is killed here");
            case POWER_LOSS -> new StorageException(Kind.DEVICE, name + ": the simulated power fails here");
            case DEVICE_ERROR -> new StorageException(Kind.DEVICE, name + ": the simulated device fails");
            case FULL -> new StorageException(Kind.FULL, name + ": no space is left on the simulated disk");
        };
    }

    /** From 0 to {@code most}, both included. */
    int part(int most) {
        return random.nextInt(most + 1);
    }

    void delete(String name) {
        DiskFile file = files.remove(name);
        if (file != null && file.forcedBytes() > 0) {
            deleted.put(name, file);
            if (deleted.size() > RECENTLY_DELETED) {
                deleted.pollFirstEntry();
            }
        }
    }
}
