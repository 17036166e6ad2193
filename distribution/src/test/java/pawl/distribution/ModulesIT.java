package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each of our modules in the zip tells of itself, compared with a file that a reviewer reads: {@code --describe-module}, sorted. */
class ModulesIT {
    private static final Path GOLDEN = Path.of("src/test/resources/modules");

    @Test
    void eachModuleDescribesItselfAsItsFileSays() throws IOException {
        List<String> names = described().map(ModuleDescriptor::name).sorted().toList();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .as("a file for each module, and a module for each file")
                    .isEqualTo(names.stream().map(name -> name + ".txt").toList());
        }
        assertThat(described())
                .allSatisfy(module -> assertThat(text(module))
                        .as("%s; where it is meant, put it into %s", module.name(), GOLDEN)
                        .isEqualTo(Files.readString(GOLDEN.resolve(module.name() + ".txt"))));
    }

    @Test
    void noModuleOfTheZipIsAutomatic() {
        assertThat(ModuleFinder.of(jars().toArray(Path[]::new)).findAll())
                .isNotEmpty()
                .noneMatch(module -> module.descriptor().isAutomatic());
    }

    private static Stream<ModuleDescriptor> described() {
        return jars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("pawl-"))
                .flatMap(jar -> ModuleFinder.of(jar).findAll().stream())
                .map(module -> module.descriptor())
                .distinct();
    }

    /** The jars of which the runtime was linked, those of the plugins, and those for authors. */
    private static List<Path> jars() {
        Path home = Distribution.home();
        return Stream.of(Path.of("target/boot-modules"), home.resolve("plugins"), home.resolve("repository"))
                .flatMap(folder -> Distribution.filesBelow(folder).stream())
                .filter(file -> file.toString().endsWith(".jar"))
                .toList();
    }

    private static String text(ModuleDescriptor module) {
        Stream<String> requires = module.requires().stream()
                .filter(each -> !each.modifiers().contains(ModuleDescriptor.Requires.Modifier.MANDATED))
                .map(each -> "requires " + words(each.modifiers()) + each.name());
        Stream<String> exports = module.exports().stream()
                .map(each -> "exports " + each.source() + (each.isQualified() ? " to " + sorted(each.targets()) : ""));
        Stream<String> opens = module.opens().stream()
                .map(each -> "opens " + each.source() + (each.isQualified() ? " to " + sorted(each.targets()) : ""));
        Stream<String> uses = module.uses().stream().map(each -> "uses " + each);
        Stream<String> provides = module.provides().stream()
                .map(each -> "provides " + each.service() + " with " + String.join(", ", each.providers()));
        String body = Stream.of(requires, exports, opens, uses, provides)
                .flatMap(Stream::sorted)
                .reduce("", (above, line) -> above + "  " + line + "\n");
        return words(module.modifiers()) + "module " + module.name() + "\n" + body;
    }

    private static String words(Set<? extends Enum<?>> modifiers) {
        return modifiers.stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT) + " ")
                .sorted()
                .reduce("", String::concat);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
