package pawl.kernel.simulate;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import pawl.storage.LogHeader;

/** Whether two disks hold the same logs and snapshots, byte for byte. */
final class StoreComparison {
    private StoreComparison() {}

    static void requireSame(SimulatedDisk expected, SimulatedDisk actual, long lastTick) throws SimulationFailure {
        Map<String, DiskFile> left = relevant(expected);
        Map<String, DiskFile> right = relevant(actual);
        if (!left.keySet().equals(right.keySet())) {
            TreeMap<String, DiskFile> missing = new TreeMap<>(left);
            missing.keySet().removeAll(right.keySet());
            TreeMap<String, DiskFile> surplus = new TreeMap<>(right);
            surplus.keySet().removeAll(left.keySet());
            throw new SimulationFailure(
                    lastTick,
                    "the folder is not that of a run without faults: it lacks " + missing.keySet() + " and has "
                            + surplus.keySet() + " besides");
        }
        for (Map.Entry<String, DiskFile> file : left.entrySet()) {
            byte[] want = file.getValue().content();
            byte[] have = Objects.requireNonNull(right.get(file.getKey())).content();
            int at = Arrays.mismatch(want, have);
            if (at >= 0) {
                throw new SimulationFailure(
                        tickAt(file.getKey(), want, have, at),
                        file.getKey() + " differs at byte " + at
                                + " from that of a run without faults (" + want.length + " bytes there, " + have.length
                                + " here)");
            }
        }
    }

    private static long tickAt(String name, byte[] want, byte[] have, int at) {
        if (name.endsWith(".snapshot")) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            return Long.parseLong(file.substring(0, file.indexOf('.')));
        }
        if (at < LogHeader.HEADER_BYTES) {
            return -1;
        }
        byte[] longer = have.length > at ? have : want;
        return RawTicks.atByte(longer, longer.length, at);
    }

    /** What recovery moved aside is no part of a run. */
    private static Map<String, DiskFile> relevant(SimulatedDisk disk) {
        TreeMap<String, DiskFile> files = new TreeMap<>();
        disk.files().forEach((name, file) -> {
            if (name.startsWith("logs/") || name.startsWith("ticks/") || name.startsWith("snapshots/")) {
                files.put(name, file);
            }
        });
        return files;
    }
}
