package pawl.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The page lists every case of the kit, in order, as the kit says it. */
class ConformancePageTest {
    private static final List<Class<?>> CONTRACTS = List.of(
            ExchangeAdapterContract.class,
            FeatureExtractorContract.class,
            TierPolicyContract.class,
            LogStoreContract.class,
            PluginArchitectureContract.class);

    @Test
    void listsEachCase() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of(System.getProperty("pawl.root"), "docs", "conformance.md")).stream()
                        .filter(line -> line.matches("\\| [A-Z]{2}-[0-9]{2} \\|.*"))
                        .toList();
        List<String> expected = new ArrayList<>();
        for (Class<?> contract : CONTRACTS) {
            cases(contract).stream()
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .map(each ->
                            "| " + each.id() + " | " + each.says() + " | " + (each.mayNotApply() ? "yes" : "") + " |")
                    .forEach(expected::add);
        }
        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void numbersAreUnique() {
        List<String> ids = CONTRACTS.stream()
                .flatMap(contract -> cases(contract).stream())
                .map(ConformanceCase::id)
                .toList();
        assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    private static List<ConformanceCase> cases(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .map(method -> method.getAnnotation(ConformanceCase.class))
                .filter(Objects::nonNull)
                .toList();
    }
}
