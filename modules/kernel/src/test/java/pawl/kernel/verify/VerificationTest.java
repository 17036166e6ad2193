package pawl.kernel.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationReport.Verdict;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyRun;
import pawl.storage.StoreName;

/** What an engine leaves behind is verified, however it was stopped; what it did not come to commit is told. */
class VerificationTest {
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunThatWasStoppedIsVerified(long seed) throws Exception {
        HeapLogStore store = VerifiedToy.run(seed);
        VerificationReport report = VerifiedToy.verify(store);
        assertThat(VerifiedToy.lines(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
        List<Long> committed = LogTexts.committedTicks(store);
        assertThat(report.ticks()).isEqualTo(committed.size()).isEqualTo(report.ticksRunAgain());
        assertThat(report.firstTick()).hasValue(committed.getFirst());
        assertThat(report.lastTick()).hasValue(committed.getLast());
        assertThat(report.snapshotsProven()).isEqualTo(store.list("snapshots").size());
        assertThat(report.files()).isEqualTo(store.names().size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunThatWasStoppedAndWentOnIsVerified(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 200);
        HeapLogStore store =
                VerifiedToy.run(frames, frames.get(frames.size() / 2).tick());
        ToyRun.through(VerifiedToy.PLAN, store, frames, Long.MAX_VALUE);
        assertThat(VerifiedToy.verify(store).verdict()).isEqualTo(Verdict.VERIFIED);
    }

    /** However much of the last ticks' writes came through, in the order in which they are made. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotCommittedIsItsOwnAnswer(long seed) throws Exception {
        HeapLogStore store = VerifiedToy.run(seed);
        String ticks = store.list("ticks").getLast();
        byte[] bytes = store.bytes(ticks);
        int cutBytes = 1 + (int) (seed * 17 % 200);
        store.replace(ticks, bytes, 0, bytes.length - cutBytes);
        VerificationReport report = VerifiedToy.verify(store);
        assertThat(report.verdict()).as("%s", VerifiedToy.lines(report)).isEqualTo(Verdict.UNCOMMITTED);
        assertThat(report.uncommitted())
                .allSatisfy(left -> assertThat(store.exists(left.file())).isTrue())
                .anySatisfy(left -> {
                    assertThat(left.file()).isEqualTo(ticks);
                    assertThat(left.offset()).isLessThanOrEqualTo(bytes.length - cutBytes);
                });
        assertThat(report.ticksRunAgain()).isEqualTo(report.ticks());
    }

    @Test
    void zeroBytesThatALossOfPowerLeavesAreNotCommitted() throws Exception {
        HeapLogStore store = VerifiedToy.run(1);
        String log = store.list("logs/AAA").getLast();
        store.open(log).append(new byte[1000], 0, 1000);
        VerificationReport report = VerifiedToy.verify(store);
        assertThat(report.verdict()).isEqualTo(Verdict.UNCOMMITTED);
        assertThat(report.uncommitted()).anySatisfy(left -> {
            assertThat(left.file()).isEqualTo(log);
            assertThat(left.offset()).isEqualTo(store.bytes(log).length - 1000);
        });
    }

    /** The tick log grows between the look at it and the end: an engine is at work, and nothing is wrong. */
    @Test
    void aFolderThatIsBeingWrittenIsVerifiedUpToItsStart() throws Exception {
        HeapLogStore store = VerifiedToy.run(2);
        String ticks = store.list("ticks").getLast();
        byte[] whole = store.bytes(ticks);
        store.replace(ticks, whole, 0, whole.length - 3 * 64);
        VerifiedToy.Plans plans = new VerifiedToy.Plans(store);
        VerificationReport report = new VerificationRun(
                        store,
                        (configuration, header) -> {
                            store.replace(ticks, whole, 0, whole.length);
                            return plans.of(configuration, header);
                        },
                        OptionalLong.empty(),
                        Optional.empty())
                .run(VerifiedToy.listing(store));
        assertThat(VerifiedToy.lines(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.told()).anyMatch(line -> line.startsWith("an engine is writing there"));
    }

    @Test
    void aConfigurationThatIsNotThereIsNeeded() throws Exception {
        HeapLogStore store = VerifiedToy.run(3);
        store.delete("configuration/" + VerifiedToy.PLAN.configurationSha256() + ".json");
        VerificationReport report = VerifiedToy.verify(store);
        assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_JUDGE);
        assertThat(report.needed()).anyMatch(line -> line.contains(VerifiedToy.PLAN.configurationSha256()));
    }

    @Test
    void oneDayIsRunAgainFromTheFirst() throws Exception {
        HeapLogStore store = VerifiedToy.run(4);
        List<String> days = store.list("ticks");
        assertThat(days).hasSize(2);
        for (String name : days) {
            long day = ((StoreName.TickLog) StoreName.parse(name).orElseThrow()).epochDay();
            VerificationReport report = new VerificationRun(
                            store, new VerifiedToy.Plans(store), OptionalLong.of(day), Optional.empty())
                    .run(VerifiedToy.listing(store));
            assertThat(report.verdict()).as("%s", VerifiedToy.lines(report)).isEqualTo(Verdict.VERIFIED);
            assertThat(report.ticksRunAgain()).isGreaterThanOrEqualTo(report.ticks());
        }
    }

    /** Moved away, or made by an engine at work: told, and not judged. */
    @Test
    void whatIsNoPartOfARunIsTold() throws Exception {
        HeapLogStore store = VerifiedToy.run(5);
        for (String name : List.of("lock", "control", "aside/0001/logs/AAA/x", "archive/1/whatever")) {
            store.replace(name, new byte[] {1}, 0, 1);
        }
        VerificationReport report = VerifiedToy.verify(store);
        assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.told()).hasSize(4);
    }
}
