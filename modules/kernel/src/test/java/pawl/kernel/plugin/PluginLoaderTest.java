package pawl.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D11: plugins that may run, compiled here. */
class PluginLoaderTest {
    private static final String GOOD_ID = "@Override public String id() { return \"tier-good\"; }";

    @TempDir
    static Path workshopFolder;

    private static PluginWorkshop workshop;

    @TempDir
    Path folder;

    private Path plugins;

    @BeforeAll
    static void compile() {
        workshop = new PluginWorkshop(workshopFolder);
        workshop.addTierPlugin("good", "", GOOD_ID);
        workshop.addTierPlugin("good.logging", "requires java.logging; requires static java.sql;", id("tier-logging"));
        workshop.add("library", "exports library;", "Library", "public final class Library {}");
        workshop.addTierPlugin("needs.library", "requires library;", id("tier-library"));
        workshop.addTierPlugin("maybe.library", "requires static library;", id("tier-maybe-library"));
        workshop.addTierPlugin("same.one", "", id("tier-one"));
        workshop.addClass("same.one", "same", "Same", "public final class Same {}");
        workshop.addTierPlugin("same.two", "", id("tier-two"));
        workshop.addClass("same.two", "same", "Same", "public final class Same {}");
        workshop.compile("1.2.3");
    }

    @BeforeEach
    void makePluginsFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    private static String id(String id) {
        return "@Override public String id() { return \"" + id + "\"; }";
    }

    @Test
    void aGoodPluginIsThereWithItsVersionAndHash() throws Exception {
        Path jar = workshop.pack("good", plugins.resolve("anything/good.jar"));
        Path library = workshop.pack("library", plugins.resolve("anything/a-library.jar"));
        Files.writeString(plugins.resolve("anything/README"), "no part of the plugin");
        PluginSet set = PluginLoader.load(plugins);
        assertThat(set.refused()).isEmpty();
        LoadedPlugin plugin = set.find(PluginKind.TIER, "tier-good").orElseThrow();
        assertThat(set.plugins()).containsExactly(plugin);
        assertThat(plugin.version()).isEqualTo("1.2.3");
        assertThat(plugin.location()).isEqualTo(plugins.resolve("anything"));
        assertThat(plugin.sha256())
                .isEqualTo(sha256((sha256(library) + "  a-library.jar\n" + sha256(jar) + "  good.jar\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(set.find(PluginKind.FEATURE, "tier-good")).isEmpty();
        assertThat(set.find(PluginKind.TIER, "tier-other")).isEmpty();
    }

    @Test
    void aSingleJarIsAPluginWithTheHashOfItsFolder() throws Exception {
        workshop.pack("good", plugins.resolve("one/good.jar"));
        workshop.pack("good", plugins.resolve("two/folder/good.jar"));
        LoadedPlugin inFolder =
                PluginLoader.load(plugins.resolve("two")).plugins().getFirst();
        LoadedPlugin single =
                PluginLoader.load(plugins.resolve("one")).plugins().getFirst();
        assertThat(single.sha256()).isEqualTo(inFolder.sha256());
        assertThat(single.location()).isEqualTo(plugins.resolve("one/good.jar"));
    }

    @Test
    void neitherTheFoldersNameNorTheOrderOfItsFilesMovesTheHash() throws Exception {
        Path first = plugins.resolve("first/x");
        Path second = plugins.resolve("second/y");
        workshop.pack("good", first.resolve("good.jar"));
        workshop.pack("library", first.resolve("library.jar"));
        Files.createDirectories(second);
        Files.copy(first.resolve("library.jar"), second.resolve("library.jar"));
        Files.copy(first.resolve("good.jar"), second.resolve("good.jar"));
        assertThat(hashes(first.getParent())).hasSize(1).isEqualTo(hashes(second.getParent()));
        Files.move(second.resolve("library.jar"), second.resolve("named-otherwise.jar"));
        assertThat(hashes(second.getParent())).isNotEqualTo(hashes(first.getParent()));
    }

    @Test
    void aPluginMayReadWhatIsAllowedAndWhatItBrings() throws Exception {
        workshop.pack("good.logging", plugins.resolve("good-logging.jar"));
        workshop.pack("maybe.library", plugins.resolve("maybe-library.jar"));
        workshop.pack("needs.library", plugins.resolve("with-library/needs.library.jar"));
        workshop.pack("library", plugins.resolve("with-library/library.jar"));
        assertThat(ids(PluginLoader.load(plugins)))
                .containsExactly("tier-library", "tier-logging", "tier-maybe-library");
    }

    @Test
    void pluginsWithTheSamePackageLiveBesideEachOther() throws Exception {
        workshop.pack("same.one", plugins.resolve("one/plugin.jar"));
        workshop.pack("same.two", plugins.resolve("two/plugin.jar"));
        PluginSet set = PluginLoader.load(plugins);
        assertThat(set.refused()).isEmpty();
        assertThat(ids(set)).containsExactly("tier-one", "tier-two");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatIOException().isThrownBy(() -> PluginLoader.load(plugins.resolve("nowhere")));
    }

    private static List<String> ids(PluginSet set) {
        return set.plugins().stream().map(LoadedPlugin::id).toList();
    }

    private static List<String> hashes(Path folder) throws IOException {
        return PluginLoader.load(folder).plugins().stream()
                .map(LoadedPlugin::sha256)
                .toList();
    }

    private static String sha256(Path file) throws Exception {
        return sha256(Files.readAllBytes(file));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
