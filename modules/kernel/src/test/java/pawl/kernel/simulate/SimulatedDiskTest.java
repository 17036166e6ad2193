package pawl.kernel.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** What the simulated disk keeps, and what its faults take. */
class SimulatedDiskTest {
    private static final String NAME = "logs/AAA/2026-07-19.log";
    private static final byte[] HUNDRED = "x".repeat(100).getBytes(StandardCharsets.US_ASCII);
    private static final int SEEDS = 200;

    private static SimulatedDisk disk(long seed) {
        return new SimulatedDisk(new SplittableRandom(seed));
    }

    private static byte[] after(SimulatedDisk disk) {
        return disk.files().containsKey(NAME) ? disk.files().get(NAME).content() : new byte[0];
    }

    @Test
    void aKilledProcessLeavesWhatItHandedOverAndAPartOfTheLast() throws Exception {
        Set<Integer> sizes = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedDisk disk = disk(seed);
            LogSegment segment = disk.start().open(NAME);
            segment.append(HUNDRED, 0, 100);
            disk.arm(DiskFault.KILL, 0);
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> segment.append(HUNDRED, 0, 100));
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> segment.append(HUNDRED, 0, 1));
            sizes.add(after(disk).length);
        }
        assertThat(sizes).allMatch(size -> size >= 100 && size <= 200).hasSizeGreaterThan(50);
    }

    @Test
    void aLossOfPowerTakesNothingThatWasForcedAndAnyPartOfTheRest() throws Exception {
        Set<Integer> sizes = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedDisk disk = disk(seed);
            LogSegment segment = disk.start().open(NAME);
            segment.append(HUNDRED, 0, 100);
            segment.force();
            segment.append(HUNDRED, 0, 100);
            disk.losePower();
            sizes.add(after(disk).length);
        }
        assertThat(sizes).allMatch(size -> size >= 100 && size <= 200).hasSizeGreaterThan(50);
    }

    @Test
    void aFileThatWasNeverForcedMayBeGone() throws Exception {
        Set<Boolean> isThere = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedDisk disk = disk(seed);
            disk.start().open(NAME).append(HUNDRED, 0, 100);
            disk.losePower();
            isThere.add(disk.files().containsKey(NAME));
        }
        assertThat(isThere).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whatWasCutOrDeletedMayBeThereAgainAfterALossOfPower() throws Exception {
        Set<Integer> sizes = new HashSet<>();
        Set<Boolean> isThere = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedDisk disk = disk(seed);
            LogStore store = disk.start();
            LogSegment segment = store.open(NAME);
            segment.append(HUNDRED, 0, 100);
            segment.force();
            segment.truncate(40);
            store.replace("snapshots/AAA/1.snapshot", HUNDRED, 0, 100);
            store.delete("snapshots/AAA/1.snapshot");
            disk.losePower();
            sizes.add(after(disk).length);
            isThere.add(disk.files().containsKey("snapshots/AAA/1.snapshot"));
        }
        assertThat(sizes).containsExactlyInAnyOrder(40, 100);
        assertThat(isThere).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void anObjectIsReplacedWholeOrNotAtAll() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulatedDisk disk = disk(seed);
            LogStore store = disk.start();
            store.replace(NAME, HUNDRED, 0, 10);
            disk.arm(DiskFault.POWER_LOSS, 0);
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.replace(NAME, HUNDRED, 0, 100));
            disk.losePower();
            assertThat(after(disk).length).isIn(10, 100);
        }
    }

    @Test
    void aFullDiskTakesAPartAndThenNothingUntilThereIsRoom() throws Exception {
        SimulatedDisk disk = disk(1);
        LogStore store = disk.start();
        LogSegment segment = store.open(NAME);
        disk.arm(DiskFault.FULL, 0);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> segment.append(HUNDRED, 0, 100))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.FULL));
        }
        segment.truncate(0);
        disk.disarm();
        segment.append(HUNDRED, 0, 100);
        assertThat(after(disk)).isEqualTo(HUNDRED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEVICE_ERROR", "KILL", "POWER_LOSS"})
    void aForceThatFailsForcesNothing(DiskFault fault) throws Exception {
        SimulatedDisk disk = disk(1);
        LogSegment segment = disk.start().open(NAME);
        segment.append(HUNDRED, 0, 100);
        disk.arm(fault, 0);
        assertThatExceptionOfType(StorageException.class).isThrownBy(segment::force);
        assertThat(disk.files().get(NAME).forcedBytes()).isZero();
    }

    @Test
    void whatAProcessBeforeHoldsIsOfNoUse() throws Exception {
        SimulatedDisk disk = disk(1);
        LogSegment segment = disk.start().open(NAME);
        disk.start();
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> segment.append(HUNDRED, 0, 1));
    }
}
