package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay",
                "log",
                "log cat",
                "log stat",
                "snapshot",
                "snapshot show",
                "plugins",
                "plugin check",
                "plugin lock",
                "config",
                "config check",
                "capture",
                "capture info",
                "capture convert",
                "version"
            })
    void helpShowsAnExampleOfTheCommandItself(String command) {
        CommandRun run = CommandRun.of((command + " --help").split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.error()).isEmpty();
        assertThat(run.out()).startsWith("Usage: pawl " + command);
        assertThat(run.out().substring(run.out().indexOf("Example:"))).contains("\n  pawl " + command);
    }

    @Test
    void helpFitsATerminal() {
        assertThat(CommandRun.of("replay", "--help").out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    repaly                          | pawl: Unmatched argument at index 0: 'repaly'; did you mean repair or replay or seal?
                    replay --jsno                   | pawl: Unknown option: '--jsno'; did you mean --json?
                    replay --until soon             | pawl: Invalid value for option '--until': 'soon' is no tick;
                    log                             | pawl: a command is missing: cat, stat
                    log cat                         | pawl: Missing required parameter: 'PATH'
                    log cat out --day 5.4.2023      | pawl: Invalid value for option '--day': '5.4.2023' is no day; write it as 2023-04-05
                    snapshot show                   | pawl: Missing required parameter: 'FILE'
                    capture convert a.gz            | pawl: Missing required option: '--output=FILE'
                    """)
    void wrongUsageIsToldInALineWithAHint(String arguments, String message) {
        CommandRun run = CommandRun.of(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errorLines()).hasSize(2);
        assertThat(run.errorLines().getFirst()).startsWith(message);
        assertThat(run.errorLines().getLast()).startsWith("Try: pawl").endsWith(" --help");
    }

    @Test
    void withoutACommandTheUserIsToldOfThem() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error())
                .contains(
                        "replay, run, venue, feeds, scenario, simulate, timeline, explain, verify, repair, diff, log, snapshot, archive, plugins, plugin, config, capture, seal, prove, check-proof, keys, version");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    replay            | recordings
                    replay a.gz       | config
                    plugins           | plugins
                    config check      | config
                    log cat out       | plugins
                    """)
    void outsideAnInstallationFoldersMustBeNamed(String arguments, String folder) {
        CommandRun run = CommandRun.of(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errorLines()).hasSize(1);
        assertThat(run.error()).startsWith("pawl: where the installation's " + folder + " folder is was not said");
    }

    @Test
    void resumingNeedsAFolder() {
        CommandRun run = CommandRun.of("replay", "--resume");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).isEqualTo("pawl: --resume continues what lies in a folder: name it with --data DIR\n");
    }

    @Test
    void theVersionIsToldTheUsualWayToo() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("pawl \\d+\\.\\d+\\.\\d+\\n");
    }

    @Test
    void versionsCanBeReadByScripts() {
        CommandRun run = CommandRun.of("version", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{\"pawl\":\"").endsWith("}\n").hasLineCount(1);
    }
}
