package pawl.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D11: two plugins with two versions of one library, each running its own. Their ids are made by it, so that each shows its version. */
class TwoVersionsTest {
    private static final String ID = """
            @Override public String id() {
                try {
                    %1$s mapper = new %1$s();
                    int sum = mapper.readTree("{\\"parts\\":[40,2]}").get("parts").get(1).asInt();
                    return "tier-jackson-" + mapper.version().toString().replace('.', '-') + "-" + sum;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void eachPluginHasTheVersionThatItBrings() throws Exception {
        drop("two", "com.fasterxml.jackson.databind", "com.fasterxml.jackson.databind.ObjectMapper", "jackson-2");
        drop("three", "tools.jackson.databind", "tools.jackson.databind.json.JsonMapper", "jackson-3");

        PluginSet set = PluginLoader.load(folder.resolve("plugins"));
        assertThat(set.refused()).isEmpty();
        assertThat(set.plugins())
                .extracting(LoadedPlugin::id)
                .containsExactly("tier-jackson-2-22-4-2", "tier-jackson-3-2-4-2");
    }

    private void drop(String module, String library, String mapper, String version) throws IOException {
        Path plugin = Files.createDirectories(folder.resolve("plugins").resolve(module));
        PluginWorkshop workshop = new PluginWorkshop(Files.createDirectory(folder.resolve(module)));
        workshop.addTierPlugin(module, "requires " + library + ";", ID.formatted(mapper));
        List<Path> modulePath = new ArrayList<>(List.of(PluginWorkshop.apiJar()));
        for (Path jar : jars(Path.of("target", version))) {
            modulePath.add(Files.copy(jar, plugin.resolve(jar.getFileName())));
        }
        workshop.compileAlone("1.0.0", modulePath.toArray(Path[]::new));
        workshop.pack(module, plugin.resolve(module + ".jar"));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
