package pawl.kernel.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationReport.Verdict;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;

/** Seals take part in the answer; what consistent forgery leaves to the signature alone, the signature finds. */
class VerifiedSealsTest {
    @Test
    void daysSignedByTheOperatorAreVerified() throws Exception {
        SealedToy operator = SealedToy.operator("example.org");
        HeapLogStore store = operator.run(1);
        VerificationReport report = operator.verify(store);
        assertThat(VerifiedToy.lines(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.seals()).hasSize(2).allMatch(line -> line.endsWith("is sealed, signed by example.org"));
    }

    @Test
    void withoutAKeyNoSignatureIsVouchedFor() throws Exception {
        HeapLogStore store = SealedToy.operator("example.org").run(1);
        assertThat(VerifiedToy.verify(store).seals()).allMatch(line -> line.contains("which was not checked"));
    }

    /** Another run's inputs and decisions, as consistent as the true ones, under the name of the operator. */
    @Test
    void aConsistentForgeryIsFoundByTheSignatureAlone() throws Exception {
        SealedToy operator = SealedToy.operator("example.org");
        List<ToyFrame> altered = RandomFrames.of(1, 200).stream()
                .map(frame ->
                        new ToyFrame(frame.venue(), frame.tick(), frame.text().replace(" 0.5 ", " 0.7 ")))
                .toList();
        HeapLogStore forged = VerifiedToy.run(altered, Long.MAX_VALUE);
        SealedToy.sealUnsigned(forged);
        assertThat(VerifiedToy.verify(forged).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(operator.verify(forged).verdict()).isEqualTo(Verdict.DAMAGED);
        HeapLogStore signed = operator.run(1);
        for (String seal : signed.list("seals")) {
            forged.replace(seal, signed.bytes(seal), 0, signed.bytes(seal).length);
        }
        VerificationReport report = operator.verify(forged);
        assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(report.damage()).anyMatch(finding -> finding.file().startsWith("logs/"));
    }

    @Test
    void aSealThatIsNotFinishedIsToldAsSuch() throws Exception {
        SealedToy operator = SealedToy.operator("example.org");
        HeapLogStore store = operator.run(1);
        String daySeal = store.list("seals").stream()
                .filter(name -> name.matches("seals/[0-9-]+\\.checkpoint"))
                .toList()
                .getLast();
        store.delete(daySeal);
        VerificationReport report = operator.verify(store);
        assertThat(report.verdict()).isEqualTo(Verdict.UNCOMMITTED);
        assertThat(report.uncommitted()).anyMatch(finding -> finding.file().equals(daySeal));
    }
}
