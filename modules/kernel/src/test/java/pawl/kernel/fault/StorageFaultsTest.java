package pawl.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.Durability;
import pawl.storage.ForceThreads;

/** A disk that fails at one call of an engine, or from it on: the engine stops and says so, and what it had committed is gone on with. */
class StorageFaultsTest {
    private static final int SEEDS = Integer.getInteger("pawl.seeds", 30);
    private static final int BUSY_TICKS = 40;

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, mode = Mode.EXCLUDE, names = "HALT")
    void theEngineStopsAndNothingCommittedIsLost(Fault.Kind kind) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Durability durability = Durability.values()[random.nextInt(Durability.values().length)];
            FaultRun run = new FaultRun(seed, BUSY_TICKS, durability, ForceThreads.NONE);
            HeapLogStore straight = new HeapLogStore();
            FaultyStore counting = FaultyStore.sound(straight);
            run.toTheEnd(counting);

            Fault fault = Fault.of(kind, random, counting.calls());
            String what = "seed " + seed + ", " + durability + ", " + fault;
            HeapLogStore disk = new HeapLogStore();
            Throwable failure = catchThrowable(() -> run.toTheEnd(new FaultyStore(disk, fault)));
            assertThat(failure)
                    .as(what)
                    .isInstanceOf(PawlException.class)
                    .hasRootCauseInstanceOf(StorageException.class);
            assertThat(((PawlException) failure).kind()).as(what).isEqualTo(PawlException.Kind.USAGE);
            assertThat(failure).as(what).hasMessageContaining("Input/output error");

            OptionalLong committed = Folders.lastCommittedTick(disk);
            assertThat(FaultRun.recover(disk)).as(what).isEqualTo(committed);
            run.toTheEnd(disk);
            assertThat(disk.names().stream().filter(name -> !name.startsWith("aside/")))
                    .as(what)
                    .containsExactlyElementsOf(straight.names());
            for (String name : straight.names()) {
                assertThat(disk.bytes(name)).as("%s: %s", what, name).isEqualTo(straight.bytes(name));
            }
        }
    }
}
