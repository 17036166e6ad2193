package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.PluginChange;
import pawl.kernel.contract.PluginChange.Build;
import pawl.kernel.contract.PluginChange.Outcome;
import pawl.kernel.contract.ReloadReport;

class PluginsReloadCommandTest {
    private static final Optional<Build> OLD = Optional.of(new Build("1.0", "a".repeat(64)));
    private static final Optional<Build> NEW = Optional.of(new Build("1.1", "b".repeat(64)));
    private static final Optional<Build> NONE = Optional.empty();

    private static PluginChange change(
            Outcome outcome, String venue, Optional<Build> before, Optional<Build> after, long tick, String reason) {
        return new PluginChange(
                outcome,
                "exchange-acme",
                "exchange",
                venue,
                before,
                after,
                tick == 0 ? OptionalLong.empty() : OptionalLong.of(tick),
                reason);
    }

    @Test
    void everyChangeIsALine() {
        ReloadReport report = new ReloadReport(List.of(
                change(Outcome.ADDED, "acme", NONE, NEW, 7, ""),
                change(Outcome.REMOVED, "acme", OLD, NONE, 8, ""),
                change(Outcome.REPLACED, "acme", OLD, NEW, 9, ""),
                change(Outcome.REFUSED, "", OLD, NEW, 0, "it fails"),
                change(Outcome.NEEDS_RESTART, "", OLD, NEW, 0, "so it is"),
                change(Outcome.NOT_USED, "", NONE, NEW, 0, "nobody names it")));
        assertThat(PluginsReloadCommand.lines(report))
                .containsExactly(
                        "exchange-acme of acme: added in tick 7: 1.1 sha256:bbbbbbbbbbbb",
                        "exchange-acme of acme: removed in tick 8: 1.0 sha256:aaaaaaaaaaaa",
                        "exchange-acme of acme: replaced in tick 9: 1.0 sha256:aaaaaaaaaaaa -> 1.1 sha256:bbbbbbbbbbbb",
                        "exchange-acme: refused: it fails; 1.0 sha256:aaaaaaaaaaaa stays in force",
                        "exchange-acme: needs a restart: so it is; in the folder is 1.1 sha256:bbbbbbbbbbbb;"
                                + " 1.0 sha256:aaaaaaaaaaaa stays in force",
                        "exchange-acme: not used: nobody names it; in the folder is 1.1 sha256:bbbbbbbbbbbb");
        assertThat(report.isAllInForce()).isFalse();
    }

    @Test
    void nothingIsALineToo() {
        ReloadReport report = new ReloadReport(List.of());
        assertThat(PluginsReloadCommand.lines(report))
                .containsExactly("nothing changed: the plugins in force are those of the folder");
        assertThat(report.isAllInForce()).isTrue();
    }
}
