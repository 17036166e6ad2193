package pawl.kernel.simulate;

import java.util.Map;
import pawl.storage.LogHeader;

/** Up to which tick recovery may lose nothing, read from the disk's bytes as they were when the process ended. */
final class CommittedTick {
    private static final String TICKS = "ticks/";
    private static final String LOGS = "logs/";

    private CommittedTick() {}

    /** The last tick that was handed over: what a killed process must not lose. -1 where there is none. */
    static long handedOver(SimulatedDisk disk) {
        long last = -1;
        for (Map.Entry<String, DiskFile> file : disk.files().entrySet()) {
            if (file.getKey().startsWith(TICKS)) {
                last = Math.max(last, RawTicks.lastCommitted(file.getValue().content()));
            }
        }
        return last;
    }

    /** The last tick of which every record was forced: what a loss of power must not take. -1 where there is none. */
    static long forced(SimulatedDisk disk) {
        long last = -1;
        long firstUnforced = Long.MAX_VALUE;
        for (Map.Entry<String, DiskFile> file : disk.files().entrySet()) {
            if (file.getKey().startsWith(TICKS)) {
                last = Math.max(last, RawTicks.lastCommitted(file.getValue().forcedContent()));
            } else if (file.getKey().startsWith(LOGS)) {
                DiskFile log = file.getValue();
                int at = Math.max(LogHeader.HEADER_BYTES, log.forcedBytes());
                long tick = at < log.size() ? RawTicks.atByte(log.content(), log.size(), at) : -1;
                firstUnforced = tick < 0 ? firstUnforced : Math.min(firstUnforced, tick);
            }
        }
        return Math.min(last, firstUnforced - 1);
    }
}
