package pawl.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import pawl.testkit.CaseOutcome.Result;

/** The outcomes of one run, by plugin and case, written when the run ends. Test classes may run at the same time. */
final class ConformanceReports implements AutoCloseable {
    /** The folder into which reports are written, where it is another than {@code target/conformance}. */
    private static final String FOLDER_PROPERTY = "pawl.conformance.folder";

    private final Map<String, Map<String, CaseOutcome>> plugins = new TreeMap<>();

    /** A case that fails is worth more than the same case passing for another test class of the plugin. */
    synchronized void add(ConformanceContract contract, CaseOutcome outcome) {
        plugin(contract).merge(outcome.id(), outcome, ConformanceReports::worse);
    }

    /** Writes down all cases of a contract, so that one that is never run is seen. */
    synchronized void begin(ConformanceContract contract) {
        Map<String, CaseOutcome> cases = plugin(contract);
        Arrays.stream(contract.getClass().getMethods())
                .map(method -> method.getAnnotation(ConformanceCase.class))
                .filter(Objects::nonNull)
                .forEach(each ->
                        cases.putIfAbsent(each.id(), new CaseOutcome(each.id(), each.says(), Result.NOT_RUN, "")));
    }

    private Map<String, CaseOutcome> plugin(ConformanceContract contract) {
        return plugins.computeIfAbsent(contract.pluginId(), _ -> new TreeMap<>());
    }

    private static CaseOutcome worse(CaseOutcome one, CaseOutcome other) {
        return rank(other) >= rank(one) ? other : one;
    }

    private static int rank(CaseOutcome outcome) {
        return switch (outcome.result()) {
            case NOT_RUN -> 0;
            case NOT_APPLICABLE -> 1;
            case PASSED -> 2;
            case FAILED -> 3;
        };
    }

    @Override
    public synchronized void close() throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, "target/conformance"));
        for (Map.Entry<String, Map<String, CaseOutcome>> plugin : plugins.entrySet()) {
            ConformanceReport report =
                    new ConformanceReport(plugin.getKey(), plugin.getValue().values());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(plugin.getKey() + ".txt"), report.text());
            Files.writeString(folder.resolve(plugin.getKey() + ".json"), report.json());
            report.summaries().forEach(System.out::println);
        }
    }
}
