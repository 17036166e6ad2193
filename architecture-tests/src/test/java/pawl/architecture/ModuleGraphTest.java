package pawl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The module graph, edge by edge, against a golden file (E1.3, E12.4): an arrow that is added or taken away is a decision, and shows in
 * a review as one line.
 */
class ModuleGraphTest {
    private static final List<ModuleDescriptor> MODULES = pawlModules();

    @Test
    void theGraphIsTheGoldenOne() throws IOException {
        List<String> lines = new ArrayList<>();
        MODULES.forEach(module -> lines.addAll(describe(module)));
        String golden = new String(
                ModuleGraphTest.class.getResourceAsStream("/module-graph.txt").readAllBytes(), StandardCharsets.UTF_8);
        assertThat(String.join("\n", lines) + "\n").isEqualTo(golden);
    }

    @Test
    void layersInTheMiddleRequireTheApiAlone() {
        for (String middle : List.of("pawl.canonical", "pawl.feature", "pawl.fsm", "pawl.storage")) {
            assertThat(requires(module(middle))).as(middle).isSubsetOf("java.base", "pawl.api", "org.jspecify");
        }
    }

    @Test
    void transportKnowsNoModuleOfPawl() {
        assertThat(requires(module("pawl.transport"))).noneMatch(name -> name.startsWith("pawl."));
    }

    @Test
    void sealsRequireJavaAloneSoThatAProofNeedsNothingElse() {
        assertThat(requires(module("pawl.seal"))).containsExactly("java.base");
    }

    @Test
    void pluginsReadWhatIsPublishedAndNothingElseOfPawlAndExportNothing() {
        List<ModuleDescriptor> plugins = MODULES.stream()
                .filter(module -> module.name().startsWith("pawl.plugin."))
                .toList();
        assertThat(plugins).hasSize(10);
        for (ModuleDescriptor plugin : plugins) {
            assertThat(requires(plugin).stream().filter(name -> name.startsWith("pawl.")))
                    .as(plugin.name())
                    .contains("pawl.api")
                    .isSubsetOf("pawl.api", "pawl.json");
            assertThat(plugin.exports()).as(plugin.name()).isEmpty();
            assertThat(plugin.provides()).as(plugin.name()).hasSize(1);
        }
    }

    @Test
    void onlyWhatIsPublishedIsExportedToAll() {
        assertThat(MODULES.stream()
                        .filter(module -> module.exports().stream().anyMatch(exports -> !exports.isQualified()))
                        .map(ModuleDescriptor::name))
                .containsExactly("pawl.api", "pawl.json", "pawl.testkit");
    }

    private static ModuleDescriptor module(String name) {
        return MODULES.stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no module " + name + " is on the class path"));
    }

    private static List<String> requires(ModuleDescriptor module) {
        return module.requires().stream().map(Requires::name).sorted().toList();
    }

    private static List<ModuleDescriptor> pawlModules() {
        List<ModuleDescriptor> modules = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            boolean isOurs = path.toString().contains("pawl-") || path.endsWith("classes");
            if (isOurs && Files.exists(path)) {
                ModuleFinder.of(path).findAll().stream()
                        .map(ModuleReference::descriptor)
                        .filter(module -> module.name().startsWith("pawl.") && !module.isAutomatic())
                        .forEach(modules::add);
            }
        }
        modules.sort(null);
        return modules;
    }

    private static List<String> describe(ModuleDescriptor module) {
        TreeSet<String> facts = new TreeSet<>();
        module.requires().forEach(requires -> facts.add("requires " + modifiers(requires) + requires.name()));
        module.exports().forEach(exports -> facts.add("exports " + exports.source() + to(exports)));
        module.opens().forEach(opens -> facts.add("opens " + opens.source() + " to " + sorted(opens)));
        module.uses().forEach(uses -> facts.add("uses " + uses));
        module.provides().forEach(provides -> facts.add("provides " + provides.service() + with(provides)));
        return Stream.concat(Stream.of(module.name()), facts.stream().map(fact -> "  " + fact))
                .toList();
    }

    private static String modifiers(Requires requires) {
        return new TreeSet<>(requires.modifiers())
                .stream()
                        .filter(modifier -> modifier != Requires.Modifier.MANDATED)
                        .map(modifier -> modifier.toString().toLowerCase(Locale.ROOT) + " ")
                        .reduce("", String::concat);
    }

    private static String to(Exports exports) {
        return exports.isQualified() ? " to " + String.join(", ", new TreeSet<>(exports.targets())) : "";
    }

    private static String sorted(Opens opens) {
        return String.join(", ", new TreeSet<>(opens.targets()));
    }

    private static String with(Provides provides) {
        return " with " + String.join(", ", provides.providers());
    }
}
