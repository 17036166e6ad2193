package pawl.kernel.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.kernel.contract.VerificationFinding;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationReport.Verdict;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.RecordType;

/**
 * A forger alters what was decided, or an input so that decisions no longer follow, and makes all checksums, sums and hashes fit: running
 * the inputs again finds it, at its tick. {@code -Dpawl.forgeries=1000} makes a longer campaign of it.
 */
class ForgedDecisionsTest {
    private static final int FORGERIES = Integer.getInteger("pawl.forgeries", 80);
    private static final int STORES = 8;
    private static final int HEAT = 1;
    private static final int MEASURE_KIND = 60;
    private static final Set<RecordType> DECISIONS = EnumSet.of(
            RecordType.TRANSITION,
            RecordType.TIER_CHANGE,
            RecordType.CLUSTER_TRANSITION,
            RecordType.CLUSTER_SHARES,
            RecordType.EVENT_PHASE,
            RecordType.GAP);

    /** Where a record is. */
    private record Place(String log, int sequence) {}

    private final SplittableRandom random = new SplittableRandom(7_202_611);

    static LongStream seeds() {
        return LongStream.range(0, STORES);
    }

    /** What the forger makes of an unaltered folder is the folder: what is found otherwise is the alteration alone. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void makingAllFitAgainAltersNothing(long seed) throws Exception {
        HeapLogStore store = VerifiedToy.run(seed);
        HeapLogStore same = new ForgedFolder(store).finish();
        assertThat(same.names()).isEqualTo(store.names());
        for (String name : store.names()) {
            assertThat(same.bytes(name)).as(name).isEqualTo(store.bytes(name));
        }
    }

    @Test
    void everyForgeryIsFoundAtItsTick() throws Exception {
        List<HeapLogStore> stores = new ArrayList<>();
        for (long seed : seeds().toArray()) {
            stores.add(VerifiedToy.run(seed));
        }
        for (int forgery = 0; forgery < FORGERIES; forgery++) {
            ForgedFolder folder = new ForgedFolder(stores.get(random.nextInt(STORES)));
            long tick = switch (forgery % 5) {
                case 0 -> alter(folder);
                case 1 -> remove(folder);
                case 2 -> add(folder);
                case 3 -> alterInput(folder);
                default -> alterState(folder);
            };
            HeapLogStore forged = folder.finish();
            SealedToy.sealUnsigned(forged);
            VerificationReport report = VerifiedToy.verify(forged);
            String what = "forgery " + forgery + " at tick " + tick + ": " + VerifiedToy.lines(report);
            assertThat(report.verdict()).as(what).isEqualTo(Verdict.DIFFERS);
            VerificationFinding difference = report.difference().orElseThrow();
            assertThat(difference.tick()).as(what).hasValue(tick);
            assertThat(difference.offset()).as(what).isPositive();
        }
    }

    private long alter(ForgedFolder folder) {
        Place place = decision(folder);
        byte[] record = folder.records(place.log()).get(place.sequence());
        record[random.nextInt(16, record.length)] ^= (byte) (1 << random.nextInt(8));
        return ForgedFolder.tick(record);
    }

    private long remove(ForgedFolder folder) {
        Place place = decision(folder);
        return ForgedFolder.tick(folder.records(place.log()).remove(place.sequence()));
    }

    /** A decision of another tick once more, behind what a tick has. */
    private long add(ForgedFolder folder) {
        Place place = decision(folder);
        List<byte[]> records = folder.records(place.log());
        byte[] added = records.get(place.sequence()).clone();
        int behind = random.nextInt(records.size());
        long tick = ForgedFolder.tick(records.get(behind));
        while (behind + 1 < records.size() && ForgedFolder.tick(records.get(behind + 1)) == tick) {
            behind++;
        }
        ForgedFolder.words(added).putLong(ForgedFolder.TICK, tick);
        records.add(behind + 1, added);
        return tick;
    }

    /** Takers of the tick in which heat carried a token over a threshold did the opposite: its heat was another. */
    private long alterInput(ForgedFolder folder) {
        List<Place> trades = new ArrayList<>();
        for (String log : folder.tokenLogs()) {
            List<byte[]> records = folder.records(log);
            for (byte[] step : records) {
                boolean isOfHeat = ForgedFolder.type(step) == RecordType.TRANSITION && step[MEASURE_KIND] == HEAT;
                for (int at = 0; isOfHeat && at < records.size(); at++) {
                    boolean isOfTick = ForgedFolder.tick(records.get(at)) == ForgedFolder.tick(step);
                    if (isOfTick && ForgedFolder.type(records.get(at)) == RecordType.TRADE) {
                        trades.add(new Place(log, at));
                    }
                }
            }
        }
        Place place = trades.get(random.nextInt(trades.size()));
        byte[] trade = folder.records(place.log()).get(place.sequence());
        trade[2] ^= (byte) EventFlag.TAKER_SOLD;
        return ForgedFolder.tick(trade);
    }

    private long alterState(ForgedFolder folder) throws Exception {
        List<String> snapshots = folder.snapshots();
        String name = snapshots.get(random.nextInt(snapshots.size()));
        folder.alterSnapshot(name, random.nextInt(folder.snapshotWords(name)), 1L << random.nextInt(64));
        return Long.parseLong(name.replaceAll(".*/|\\.snapshot", ""));
    }

    private Place decision(ForgedFolder folder) {
        List<Place> places = new ArrayList<>();
        for (String log : folder.tokenLogs()) {
            List<byte[]> records = folder.records(log);
            for (int at = 0; at < records.size(); at++) {
                if (DECISIONS.contains(ForgedFolder.type(records.get(at)))) {
                    places.add(new Place(log, at));
                }
            }
        }
        return places.get(random.nextInt(places.size()));
    }
}
