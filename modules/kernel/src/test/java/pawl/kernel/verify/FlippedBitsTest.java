package pawl.kernel.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationReport.Verdict;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.LogHeader;
import pawl.storage.RecordView;

/** One bit flipped anywhere is found, with its file and its place. {@code -Dpawl.flips=10000} makes a longer campaign of it. */
class FlippedBitsTest {
    private static final int FLIPS = Integer.getInteger("pawl.flips", 400);
    private static final List<String> FOLDERS = List.of("logs", "ticks", "snapshots", "configuration", "seals");

    @Test
    void oneBitIsFoundInEveryKindOfFile() throws Exception {
        SealedToy operator = SealedToy.operator("example.org");
        List<HeapLogStore> stores = new ArrayList<>();
        for (long seed = 0; seed < 4; seed++) {
            stores.add(operator.run(seed));
        }
        SplittableRandom random = new SplittableRandom(20_261_125);
        for (int flip = 0; flip < FLIPS; flip++) {
            HeapLogStore sound = stores.get(random.nextInt(stores.size()));
            List<String> names = sound.list(FOLDERS.get(flip % FOLDERS.size()));
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = sound.bytes(name);
            int at = random.nextInt(
                    random.nextInt(3) == 0 ? Math.min(bytes.length, LogHeader.HEADER_BYTES) : bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            HeapLogStore flipped = sound.copy();
            flipped.replace(name, bytes, 0, bytes.length);
            requireFound(operator.verify(flipped), name, at, "flip " + flip + " of byte " + at + " in " + name);
        }
    }

    private static void requireFound(VerificationReport report, String name, int at, String what) {
        assertThat(report.verdict()).as(what).isEqualTo(Verdict.DAMAGED);
        boolean isRecord = !name.startsWith("snapshots") && name.endsWith(".log") && at >= LogHeader.HEADER_BYTES;
        int place = isRecord ? at - (at - LogHeader.HEADER_BYTES) % RecordView.BYTES : 0;
        assertThat(report.damage()).as(what).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(name);
            assertThat(finding.offset()).isBetween((long) place, isRecord ? (long) place : Long.MAX_VALUE);
        });
    }
}
