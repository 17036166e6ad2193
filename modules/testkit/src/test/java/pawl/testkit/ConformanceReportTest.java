package pawl.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.testkit.CaseOutcome.Result;

class ConformanceReportTest {
    private static final ConformanceReport REPORT = new ConformanceReport(
            "exchange-acme",
            List.of(
                    new CaseOutcome("AR-01", "is found", Result.PASSED, ""),
                    new CaseOutcome("EX-01", "has an id", Result.PASSED, ""),
                    new CaseOutcome("EX-02", "refuses", Result.FAILED, "took \"x\""),
                    new CaseOutcome("EX-03", "means", Result.NOT_APPLICABLE, "no such thing"),
                    new CaseOutcome("EX-04", "trades", Result.NOT_RUN, "")));

    @Test
    void aLineForEachContract() {
        assertThat(REPORT.summaries())
                .containsExactly(
                        "exchange-acme: AR 1 of 1 passed",
                        "exchange-acme: EX 1 of 4 passed, 1 not applicable, 1 not run, 1 FAILED: EX-02");
    }

    @Test
    void theTextNamesEachCaseAndReason() {
        assertThat(REPORT.text().lines())
                .contains(
                        "EX-01  passed  has an id",
                        "EX-02  FAILED  refuses",
                        "       took \"x\"",
                        "EX-03  not applicable  means",
                        "       no such thing",
                        "EX-04  not run  trades");
    }

    @Test
    void theJsonIsJson() {
        byte[] json = Bytes.of(REPORT.json());
        JsonValue root = JsonValue.read(json).orElseThrow();
        assertThat(root.at("plugin").orElseThrow().content(json)).isEqualTo("exchange-acme");
        assertThat(root.at("cases/2/detail").orElseThrow().content(json)).isEqualTo("took \\\"x\\\"");
        assertThat(root.at("cases/2/result").orElseThrow().content(json)).isEqualTo("failed");
    }
}
