package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

final class FaultScriptTest {
    private static final long SECOND_NS = 1_000_000_000;

    static final List<Arguments> WRONG = List.of(
            wrong("", "storm.yaml:1: the file must hold one key, faults"),
            wrong("[]", "storm.yaml:1: the file must hold one key, faults"),
            wrong("fault: []", "storm.yaml:1: fault is not a key here; allowed is faults"),
            wrong("faults: cut", "storm.yaml:1: faults must be a list"),
            wrong("faults: []\nmore: 1", "storm.yaml:2: more is not a key here; allowed is faults, once"),
            wrong(
                    "faults: []\n---\nfaults: []",
                    "storm.yaml:3: a second YAML document starts here; the file must hold only one"),
            wrong("faults:\n  - cut", "storm.yaml:2: each fault must be a map: {at: 30s, fault: cut}"),
            wrong("faults:\n  - {at: 1s}", "storm.yaml:2: no fault is given, and the fault needs one"),
            wrong("faults:\n  - {fault: cut}", "storm.yaml:2: no at is given, and the fault needs one"),
            wrong(
                    "faults:\n  - at: 1s\n    fault: explode",
                    "storm.yaml:3: fault: \"explode\" is not allowed; it must be one of cut, close, half-open,"
                            + " silent-stall, ack-without-data, duplicate, reorder, late, clock-skew, renamed-field,"
                            + " null-field, garbage, oversized, slow-read, rest-429, rest-418, rest-html, rest-timeout,"
                            + " tls-failure, delisting, restart"),
            wrong(
                    "faults:\n  - at: 1s\n    fault: cut\n    delay: 2s",
                    "storm.yaml:4: delay is not a key here; allowed are at, every, fault, route, stream, symbol"),
            wrong(
                    "faults:\n  - {at: 30, fault: cut}",
                    "storm.yaml:2: at: \"30\" is not allowed; it must be a number with its unit, which is one of ms, s, m,"
                            + " h: 30s"),
            wrong("faults:\n  - {at: 1s, at: 2s, fault: cut}", "storm.yaml:2: at is given twice; give it once"),
            wrong("faults:\n  - {at: , fault: cut}", "storm.yaml:2: at must have one plain value"),
            wrong("faults:\n  - {at: [1s], fault: cut}", "storm.yaml:2: at must have one plain value"),
            wrong(
                    "faults:\n  - {at: 1s, fault: cut, every: 0s}",
                    "storm.yaml:2: every: \"0s\" is not allowed; it must be longer than 0"),
            wrong("faults:\n  - {at: 1s, fault: late}", "storm.yaml:2: no delay is given, and the fault needs one"),
            wrong("faults:\n  - {at: 1s, fault: restart}", "storm.yaml:2: no for is given, and the fault needs one"),
            wrong(
                    "faults:\n  - {at: 1s, fault: delisting}",
                    "storm.yaml:2: no symbol is given, and the fault needs one"),
            wrong(
                    "faults:\n  - {at: 1s, fault: renamed-field, field: p}",
                    "storm.yaml:2: no to is given, and the fault needs one"),
            wrong(
                    "faults:\n  - {at: 1s, fault: cut, route: private}",
                    "storm.yaml:2: route: \"private\" is not allowed; it must be one of public, market, legacy, rest"),
            wrong(
                    "faults:\n  - {at: 1s, fault: close, code: 70000}",
                    "storm.yaml:2: code: \"70000\" is not allowed; it must be a whole number from 1000 to 4999"),
            wrong(
                    "faults:\n  - {at: 1s, fault: duplicate, count: many}",
                    "storm.yaml:2: count: \"many\" is not allowed; it must be a whole number from 1 to 9223372036854775807"));

    private static Arguments wrong(String yaml, String message) {
        return Arguments.of(yaml, message);
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void errorSaysWhereAndWhatIsAllowed(String yaml, String message) {
        assertThatThrownBy(() -> FaultScript.parse("storm.yaml", yaml))
                .isInstanceOf(FaultScriptException.class)
                .hasMessage(message);
    }

    @Test
    void brokenYamlIsOneLine() {
        assertThatThrownBy(() -> FaultScript.parse("storm.yaml", "faults:\n  - {at: 1s\n  - {fault: cut}"))
                .isInstanceOf(FaultScriptException.class)
                .hasMessageMatching("storm\\.yaml:\\d+: not YAML: .+")
                .hasMessageNotContaining("\n");
    }

    @Test
    void fileThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> FaultScript.read(missing))
                .isInstanceOf(FaultScriptException.class)
                .hasMessageStartingWith(missing + ": cannot be read: ");
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> FaultScript.read(binary))
                .isInstanceOf(FaultScriptException.class)
                .hasMessage(binary + ": not UTF-8");
    }

    @Test
    void keysBecomeAFault() throws Exception {
        String yaml = "faults:\n  - {at: 1.5m, every: 2h, for: 250ms, fault: clock-skew, ms: -20, symbol: chzusdt}";
        Fault fault = FaultScript.parse("storm.yaml", yaml).faults().getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.CLOCK_SKEW);
        assertThat(fault.atNs()).isEqualTo(90 * SECOND_NS);
        assertThat(fault.everyNs()).isEqualTo(7_200 * SECOND_NS);
        assertThat(fault.forNs()).isEqualTo(SECOND_NS / 4);
        assertThat(fault.parameters().skewMs()).isEqualTo(-20);
        assertThat(fault.selector().symbol()).contains("chzusdt");
    }

    /** As the example promises: within ten minutes of the market every fault comes at least twice. */
    @Test
    void exampleHasEveryFaultTwice() throws Exception {
        String yaml = new String(
                Objects.requireNonNull(FaultScriptTest.class.getResourceAsStream("/storm.yaml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        List<Fault> faults = FaultScript.parse("storm.yaml", yaml).faults();
        assertThat(Arrays.stream(FaultKind.values())
                        .collect(Collectors.toMap(
                                FaultKind::word,
                                kind -> faults.stream()
                                        .filter(fault -> fault.kind() == kind)
                                        .mapToLong(FaultScriptTest::timesInTenMinutes)
                                        .sum())))
                .allSatisfy((fault, times) -> assertThat(times).as(fault).isGreaterThanOrEqualTo(2));
    }

    private static long timesInTenMinutes(Fault fault) {
        long lastNs = 600 * SECOND_NS - fault.forNs();
        if (fault.atNs() > lastNs) {
            return 0;
        }
        return fault.everyNs() == 0 ? 1 : 1 + (lastNs - fault.atNs()) / fault.everyNs();
    }

    /** The documentation's table has every fault with exactly the keys that it takes. */
    @Test
    void documentationNamesEveryFaultAndItsKeys() throws Exception {
        String root = Objects.requireNonNull(System.getProperty("pawl.root"));
        List<String> rows = Files.readAllLines(Path.of(root, "docs", "local-venue.md"));
        for (FaultKind kind : FaultKind.values()) {
            String row = rows.stream()
                    .filter(line -> line.startsWith("| `" + kind.word() + "` |"))
                    .findFirst()
                    .orElse("");
            assertThat(row).as(kind.word()).isNotEmpty();
            String keys = row.split("\\|", -1)[2];
            List<String> documented = Arrays.stream(keys.split("[`, *]+"))
                    .filter(key -> !key.isBlank())
                    .sorted()
                    .toList();
            assertThat(documented)
                    .as(kind.word())
                    .isEqualTo(kind.keys().stream()
                            .filter(key -> !List.of("at", "every", "fault").contains(key))
                            .toList());
        }
    }
}
