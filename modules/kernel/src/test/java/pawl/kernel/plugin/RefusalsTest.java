package pawl.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.kernel.plugin.RefusalCases.Case;

/**
 * Every cause for which a plugin is refused, provoked beside a plugin that nothing is wrong with, which must go on. The table of
 * {@code docs/plugins.md} has what is provoked here and nothing else; {@code -Dpawl.rewrite=true} writes it.
 */
class RefusalsTest {
    private static final PluginLimits LIMITS = new PluginLimits(Duration.ofSeconds(2), 8, 100_000);
    private static final String OWN_COPY =
            "use pawl.api alone, and put the plugin's own copy of a library into its folder";

    @TempDir
    static Path workshopFolder;

    private static BadPlugins bad;
    private static RefusalCases provoking;

    @TempDir
    Path folder;

    private Path plugins;

    @BeforeAll
    static void compile() throws IOException {
        bad = new BadPlugins(workshopFolder);
        provoking = new RefusalCases(bad);
    }

    @BeforeEach
    void makePluginsFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        bad.pack("good", plugins.resolve("good/good.jar"));
    }

    static Stream<Case> cases() {
        return provoking.cases();
    }

    static Stream<Case> checks() {
        return provoking.checks();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aPluginIsRefusedWithCauseAndRemedy(Case provoked) throws Exception {
        provoked.preparation().in(plugins);
        PluginSet set = PluginLoader.load(plugins, PluginLock.of(plugins), LIMITS);

        assertThat(set.refused())
                .isNotEmpty()
                .extracting(refused -> neutral(refused.cause()))
                .containsOnly(provoked.line());
        assertThat(set.plugins()).extracting(LoadedPlugin::id).containsExactly("tier-good");
        assertThat(provoked.line()).hasLineCount(1).matches(template(provoked.refusal()));
    }

    private String neutral(String cause) {
        return cause.replace(PluginLock.fileOf(plugins).toString(), "LOCK")
                .replace(plugins.toString(), "PLUGINS")
                .replaceFirst("[0-9a-f]{64}", "HASH");
    }

    private static Pattern template(Refusal refusal) {
        String line = refusal.cause() + "; " + refusal.remedy();
        return Pattern.compile(
                Arrays.stream(line.split("\\{[a-z]+}", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void aCheckFindsMore(Case provoked) throws Exception {
        provoked.preparation().in(plugins);

        assertThat(PluginCheck.of(plugins.resolve("bad"), LIMITS).problems()).containsExactly(provoked.line());
        assertThat(PluginCheck.of(plugins.resolve("good"), LIMITS).problems()).isEmpty();
        assertThat(provoked.line()).matches(template(provoked.refusal()));
    }

    @Test
    void theDocumentationHasWhatIsProvokedHere() throws Exception {
        Map<Refusal, Long> provoked = Stream.concat(cases(), checks())
                .collect(Collectors.groupingBy(Case::refusal, TreeMap::new, Collectors.counting()));
        assertThat(provoked.keySet()).containsExactly(Refusal.values());

        Map<String, String> rows = new LinkedHashMap<>();
        provoked.keySet().forEach(refusal -> rows.put(shown(refusal.cause()), shown(refusal.remedy())));
        String table = rows.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
                .collect(Collectors.joining("", "| What `pawl plugins` says | Remedy |\n|---|---|\n", ""));
        Path page = Path.of(System.getProperty("pawl.root"), "docs", "plugins.md");
        String text = Files.readString(page);
        String begin = "<!-- written by RefusalsTest, which provokes each -->\n";
        String end = "<!-- end of what RefusalsTest writes -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(from).isBetween(begin.length(), to);
        if (Boolean.getBoolean("pawl.rewrite")) {
            Files.writeString(page, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table);
        }
    }

    private static String shown(String template) {
        return template.replaceAll("\\{([a-z]+)}", "*$1*").replace("|", "\\|");
    }

    /** What descriptors do not show: a module that another one passes on. */
    @Test
    void aModuleOfTheEngineThatIsReadAllTheSameIsFound() throws Exception {
        Path jar = bad.pack("needs.kernel", plugins.resolve("bad/needs.kernel.jar"));
        Optional<String> cause = Optional.empty();
        try {
            PluginLayer.of(List.of(jar)).resolve();
        } catch (PluginRefusedException e) {
            cause = Optional.of(e.getMessage());
        }
        assertThat(cause)
                .contains("its module needs.kernel requires pawl.canonical of the engine, which no plugin may read; "
                        + OWN_COPY);
    }
}
