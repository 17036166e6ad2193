package pawl.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.Durability;
import pawl.storage.ForceThreads;

/**
 * Engines in processes of their own on a real disk, killed again and again, in writes, at midnight, in snapshots and in the repair of
 * what the kill before left: nothing that was committed is lost, and in the end the folder is that of a run never killed. {@code
 * -Dpawl.kills=1000} makes a longer campaign of it.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledEngineTest {
    private static final int KILLS = Integer.getInteger("pawl.kills", 24);
    private static final int BUSY_TICKS = 60;
    private static final int SIGNALLED = 128 + 9;

    @TempDir
    private Path parent;

    private int kills;
    private int looks;

    @Test
    void killedAtAnyCallOfItsStore() throws Exception {
        for (long seed = 1; kills < KILLS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Durability durability = Durability.values()[random.nextInt(Durability.values().length)];
            HeapLogStore straight = new HeapLogStore();
            FaultyStore counting = FaultyStore.sound(straight);
            new FaultRun(seed, BUSY_TICKS, durability, ForceThreads.NONE).toTheEnd(counting);
            Path folder = Files.createDirectories(parent.resolve("seed" + seed));
            boolean isWhole = false;
            while (!isWhole) {
                int call = random.nextInt(counting.calls() / 3);
                isWhole = !isKilled(folder, seed, BUSY_TICKS, durability, call, random.nextInt(Fault.PER_MILLE));
            }
            Folders.requireSame("seed " + seed, folder, straight);
        }
        System.out.println(kills + " kills at calls of the store; committed ticks lost: 0, in " + looks + " repairs");
    }

    /** Of the system's, which comes in the midst of whatever the store does. */
    @Test
    void killedByASignalAtAnyMoment() throws Exception {
        for (long seed = 1_001; kills < KILLS / 2; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Durability durability = Durability.values()[random.nextInt(Durability.values().length)];
            HeapLogStore straight = new HeapLogStore();
            FaultyStore counting = FaultyStore.sound(straight);
            new FaultRun(seed, BUSY_TICKS, durability, ForceThreads.NONE).toTheEnd(counting);
            Path folder = Files.createDirectories(parent.resolve("seed" + seed));
            boolean isWhole = false;
            while (!isWhole) {
                isWhole = !isSignalled(folder, random.nextInt(counting.calls() / 3), seed, durability);
            }
            Folders.requireSame("seed " + seed, folder, straight);
        }
        System.out.println(kills + " kills by a signal; committed ticks lost: 0, in " + looks + " repairs");
    }

    /** Runs until it ends, or is killed somewhere behind its so many lines; true then. */
    private boolean isSignalled(Path folder, int lines, long seed, Durability durability) throws Exception {
        OptionalLong committed = Folders.lastCommittedTick(folder);
        String what = "seed " + seed + ", " + durability + ", killed behind line " + lines;
        Process engine = new ProcessBuilder(ChildJava.command(
                        KilledEngine.class, folder, seed, BUSY_TICKS, durability, Integer.MAX_VALUE, 0))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = engine.inputReader(StandardCharsets.US_ASCII)) {
            requireFound(what, String.valueOf(said.readLine()), committed);
            String line = KilledEngine.CALL;
            for (int i = 0; i < lines && KilledEngine.CALL.equals(line); i++) {
                line = said.readLine();
            }
            if (KilledEngine.CALL.equals(line)) {
                engine.toHandle().destroyForcibly();
            }
            int exit = engine.waitFor();
            assertThat(exit).as(what + ": " + line).isIn(0, SIGNALLED);
            kills += exit == 0 ? 0 : 1;
            return exit != 0;
        } finally {
            engine.destroyForcibly();
        }
    }

    /** Runs until it ends or is killed by itself; true then. */
    private boolean isKilled(Path folder, Object... rest) throws Exception {
        OptionalLong committed = Folders.lastCommittedTick(folder);
        Object[] arguments = new Object[rest.length + 1];
        arguments[0] = folder;
        System.arraycopy(rest, 0, arguments, 1, rest.length);
        String what = List.of(arguments).toString();
        Process engine = new ProcessBuilder(ChildJava.command(KilledEngine.class, arguments))
                .redirectErrorStream(true)
                .start();
        String said = new String(engine.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        int exit = engine.waitFor();
        assertThat(exit).as("%s: %s", what, said).isIn(0, FaultyStore.HALTED);
        requireFound(what, said, committed);
        kills += exit == 0 ? 0 : 1;
        return exit != 0;
    }

    /** What was committed is what is found, unless the process was killed before it had looked. */
    private void requireFound(String what, String said, OptionalLong committed) {
        if (said.startsWith("found")) {
            String expected = committed.isPresent() ? Long.toString(committed.getAsLong()) : "none";
            assertThat(said.lines().findFirst()).as(what).contains("found " + expected);
            looks++;
        }
    }
}
