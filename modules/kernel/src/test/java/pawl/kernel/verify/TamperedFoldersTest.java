package pawl.kernel.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationReport.Verdict;
import pawl.kernel.toy.HeapLogStore;

/**
 * Files and records that are cut, removed, swapped, copied, renamed or foreign are found, and named. {@code -Dpawl.tamperings=1000} makes
 * a longer campaign of it.
 */
class TamperedFoldersTest {
    private static final int TAMPERINGS = Integer.getInteger("pawl.tamperings", 130);

    @Test
    void everyTamperingIsFound() throws Exception {
        SealedToy operator = SealedToy.operator("example.org");
        List<HeapLogStore> stores = new ArrayList<>();
        for (long seed = 0; seed < 4; seed++) {
            stores.add(operator.run(seed));
        }
        SplittableRandom random = new SplittableRandom(26_112_025);
        Tampering[] kinds = Tampering.values();
        for (int i = 0; i < TAMPERINGS; i++) {
            HeapLogStore tampered = stores.get(random.nextInt(stores.size())).copy();
            Tampering kind = kinds[i % kinds.length];
            List<String> names = kind.apply(tampered, random);
            VerificationReport report = operator.verify(tampered);
            String what = "tampering " + i + ", " + kind + " of " + names + ": " + VerifiedToy.lines(report);
            assertThat(report.verdict()).as(what).isNotEqualTo(Verdict.VERIFIED);
            List<String> named = new ArrayList<>(VerifiedToy.lines(report));
            named.addAll(report.needed());
            assertThat(named).as(what).anyMatch(line -> names.stream().anyMatch(line::contains));
        }
    }

    @Test
    void aLinkInPlaceOfALogIsFound() throws Exception {
        HeapLogStore store = VerifiedToy.run(1);
        String log = store.list("logs").getFirst();
        FolderListing listing = new FolderListing(VerifiedToy.listing(store).entries().stream()
                .map(entry ->
                        new FolderListing.Entry(entry.name(), !entry.name().equals(log), entry.sizeBytes()))
                .toList());
        VerificationReport report = new VerificationRun(
                        store, new VerifiedToy.Plans(store), OptionalLong.empty(), Optional.empty())
                .run(listing);
        assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(report.damage()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(log);
            assertThat(finding.what()).contains("link");
        });
    }
}
