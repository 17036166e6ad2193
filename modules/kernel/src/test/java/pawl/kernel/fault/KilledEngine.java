package pawl.kernel.fault;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.kernel.replay.DiskThreads;
import pawl.plugin.storage.file.FileLogStoreProvider;
import pawl.storage.Durability;

/** A process that is killed, from outside or by itself at a call of its store: it repairs what it finds and runs to the end. */
final class KilledEngine {
    /** The line that comes before each call of the store once it has repaired what it found. */
    static final String CALL = ".";

    private KilledEngine() {}

    /** @param arguments folder, seed, ticks with frames, durability, call of the store at which to halt, per mille of it that gets in */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        Fault fault = new Fault(Fault.Kind.HALT, Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]), false);
        try (LogStore files = new FileLogStoreProvider().open(Path.of(arguments[0]), Settings.of("storage", Map.of()));
                DiskThreads disk = DiskThreads.start()) {
            FaultyStore store = new FaultyStore(files, fault);
            OptionalLong found = FaultRun.recover(store);
            store.tellCalls(() -> out.println(CALL)); // Whoever reads these kills it somewhere behind one of them.
            out.println("found " + (found.isPresent() ? found.getAsLong() : "none"));
            FaultRun run = new FaultRun(
                    Long.parseLong(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    Durability.valueOf(arguments[3]),
                    disk);
            run.toTheEnd(store);
        }
        out.println("whole");
    }
}
