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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D11, with plugins compiled here. Each case lies beside a plugin that nothing is wrong with, which must go on. */
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
        workshop.addTierPlugin("shy", "", id("tier-shy"));
        workshop.addTierPlugin("needs.sql", "requires java.sql;", id("tier-sql"));
        workshop.addTierPlugin("needs.net", "requires java.net.http;", id("tier-net"));
        workshop.addTierPlugin("needs.kernel", "requires pawl.canonical;", id("tier-kernel"));
        workshop.addTierPlugin("maybe.kernel", "requires static pawl.canonical;", id("tier-maybe"));
        workshop.add("library", "exports library;", "Library", "public final class Library {}");
        workshop.addTierPlugin("needs.library", "requires library;", id("tier-library"));
        workshop.addTierPlugin("maybe.library", "requires static library;", id("tier-maybe-library"));
        workshop.addTierPlugin("brings.api", "", id("tier-brings"));
        workshop.addClass("brings.api", "pawl.api.mine", "Mine", "public final class Mine {}");
        workshop.addTierPlugin(
                "throwing",
                "",
                id("tier-throwing") + "public Provider() { throw new IllegalStateException(\"boom\"); }");
        workshop.addTierPlugin(
                "throwing.id",
                "",
                "@Override public String id() { throw new IllegalStateException(\"boom\\nat length\"); }");
        workshop.addTierPlugin("without.id", "", "@Override public String id() { return null; }");
        workshop.addTierPlugin("shouting", "", id("tier-GOOD"));
        workshop.addTierPlugin("wordy", "", id("tier-" + "x".repeat(59)));
        workshop.addTierPlugin("misfiled", "", id("feature-good"));
        workshop.addTierPlugin("kindless", "", id("tier"));
        workshop.add("idle", "requires pawl.api;", "Idle", "public final class Idle {}");
        workshop.addTierPlugin(
                "twins", "provides pawl.api.feature.FeatureExtractorProvider with twins.Other;", id("tier-twins"));
        workshop.addClass("twins", "twins", "Other", """
                public final class Other implements pawl.api.feature.FeatureExtractorProvider {
                    @Override public String id() { return "feature-twins"; }
                    @Override public pawl.api.feature.FeatureExtractor create(
                            java.util.List<String> venues, pawl.api.plugin.Settings settings) {
                        throw new IllegalStateException();
                    }
                }
                """);
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            needs.sql     | its module needs.sql requires java.sql, which a plugin may not read from the engine; allowed are pawl.api, java.base, java.logging, java.xml and modules in its own folder
            needs.net     | its module needs.net requires java.net.http, which a plugin may not read from the engine; allowed are pawl.api, java.base, java.logging, java.xml and modules in its own folder
            needs.kernel  | its module needs.kernel requires pawl.canonical, which a plugin may not read from the engine; allowed are pawl.api, java.base, java.logging, java.xml and modules in its own folder
            maybe.kernel  | its module maybe.kernel requires pawl.canonical, which a plugin may not read from the engine; allowed are pawl.api, java.base, java.logging, java.xml and modules in its own folder
            needs.library | its module needs.library requires library, which a plugin may not read from the engine; allowed are pawl.api, java.base, java.logging, java.xml and modules in its own folder
            brings.api    | it brings a copy of pawl.api (in brings.api), which would hide the engine's; give that dependency the scope `provided`
            throwing      | its provider cannot be made: boom
            throwing.id   | its provider fails when asked for its id: boom
            without.id    | its id is "null"; needed is one of at most 63 lower-case letters, digits and hyphens that starts with tier-
            shouting      | its id is "tier-GOOD"; needed is one of at most 63 lower-case letters, digits and hyphens that starts with tier-
            wordy         | its id is "tier-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; needed is one of at most 63 lower-case letters, digits and hyphens that starts with tier-
            misfiled      | its id is "feature-good"; needed is one of at most 63 lower-case letters, digits and hyphens that starts with tier-
            kindless      | its id is "tier"; needed is one of at most 63 lower-case letters, digits and hyphens that starts with tier-
            idle          | it provides 0 plugins; exactly one module-info must say `provides … with` one of Pawl's four services
            twins         | it provides 2 plugins; exactly one module-info must say `provides … with` one of Pawl's four services
            """)
    void aModuleThatIsNoPluginIsRefusedWithTheCause(String module, String cause) throws Exception {
        workshop.pack(module, plugins.resolve("bad/" + module + ".jar"));
        assertRefused("bad", cause);
    }

    @Test
    void aCorruptJarIsRefused() throws Exception {
        Files.writeString(plugins.resolve("bad.jar"), "no zip at all");
        assertRefused("bad.jar", "a jar of it cannot be read as a module: zip END header not found");
    }

    @Test
    void aFolderWithoutJarsIsRefused() throws Exception {
        Files.createDirectories(plugins.resolve("bad/deeper"));
        workshop.pack("good", plugins.resolve("bad/deeper/good.jar"));
        assertRefused("bad", "it holds no jar; put the plugin's jars directly into it");
    }

    @Test
    void aJarWithoutAModuleInfoIsRefused() throws Exception {
        Path classes = copyOfClasses("good");
        Files.delete(classes.resolve("module-info.class"));
        PluginWorkshop.packFolder(classes, plugins.resolve("bad/plain-old.jar"));
        assertRefused("bad", "its jar plain.old has no module-info, so nothing fences it; use a jar that has one");
    }

    @Test
    void aProviderThatIsNotPublicIsRefused() throws Exception {
        Path classes = copyOfClasses("shy");
        String source = Files.readString(workshopFolder.resolve("src/shy/shy/Provider.java"));
        Path changed = Files.createDirectories(folder.resolve("shy-source")).resolve("Provider.java");
        Files.writeString(changed, source.replace("public final class Provider", "final class Provider"));
        PluginWorkshop.run(
                "javac",
                "-proc:none",
                "--module-path",
                PluginWorkshop.apiJar().toString(),
                "-d",
                classes.toString(),
                changed.toString());
        PluginWorkshop.packFolder(classes, plugins.resolve("bad/shy.jar"));
        assertRefused(
                "bad",
                "its provider cannot be made: pawl.api.tier.TierPolicyProvider: class shy.Provider is not public");
    }

    @Test
    void twoJarsOfOneModuleAreRefused() throws Exception {
        workshop.pack("shy", plugins.resolve("bad/shy-1.jar"));
        workshop.pack("shy", plugins.resolve("bad/shy-2.jar"));
        assertRefused("bad", "two of its jars hold a module of the same name; leave one of them");
    }

    @Test
    void anIdThatTwoClaimIsRefusedToBoth() throws Exception {
        workshop.pack("good", plugins.resolve("b/good.jar"));
        workshop.pack("good", plugins.resolve("a.jar"));
        workshop.pack("shy", plugins.resolve("c.jar"));
        PluginSet set = PluginLoader.load(plugins);
        String cause = "the id tier-good is claimed by 2 plugins; leave one of them here";
        assertThat(set.refused())
                .containsExactly(
                        new RefusedPlugin(plugins.resolve("a.jar"), cause),
                        new RefusedPlugin(plugins.resolve("b"), cause));
        assertThat(ids(set)).containsExactly("tier-shy");
    }

    @Test
    void aPluginBuiltForAnotherMajorOfTheApiIsRefused() throws Exception {
        PluginWorkshop api = new PluginWorkshop(Files.createDirectories(folder.resolve("api-9")));
        api.add("pawl.api", "exports pawl.api;", "Api", "public interface Api {}");
        api.compileAlone("9.0.0");
        Path apiJar = api.pack("pawl.api", folder.resolve("api-9-jar").resolve("pawl.api.jar"));
        PluginWorkshop old = new PluginWorkshop(Files.createDirectories(folder.resolve("for-9")));
        old.add("future", "requires pawl.api;", "Future", "final class Future implements pawl.api.Api {}");
        old.compileAlone("1", apiJar);
        old.pack("future", plugins.resolve("bad/future.jar"));
        assertRefused("bad", "it was built for pawl.api 9.0.0, this is 0.1.0; use a build of it for major 0");
    }

    @Test
    void aVersionThatNoLogHasRoomForIsRefused() throws Exception {
        PluginWorkshop wordy = new PluginWorkshop(Files.createDirectories(folder.resolve("wordy")));
        wordy.addTierPlugin("wordy", "", id("tier-wordy"));
        wordy.compile("1.0.0-SNAPSHOT-20260101.1");
        wordy.pack("wordy", plugins.resolve("bad/wordy.jar"));
        assertRefused(
                "bad", "its version is \"1.0.0-SNAPSHOT-20260101.1\"; a log's header has room for 24 bytes of it");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatIOException().isThrownBy(() -> PluginLoader.load(plugins.resolve("nowhere")));
    }

    /** The one entry besides a good plugin, which is there all the same. */
    private void assertRefused(String entry, String cause) throws IOException {
        workshop.pack("good", plugins.resolve("good/good.jar"));
        PluginSet set = PluginLoader.load(plugins);
        assertThat(set.refused()).containsExactly(new RefusedPlugin(plugins.resolve(entry), cause));
        assertThat(ids(set)).containsExactly("tier-good");
    }

    private static List<String> ids(PluginSet set) {
        return set.plugins().stream().map(LoadedPlugin::id).toList();
    }

    private static List<String> hashes(Path folder) throws IOException {
        return PluginLoader.load(folder).plugins().stream()
                .map(LoadedPlugin::sha256)
                .toList();
    }

    private Path copyOfClasses(String module) throws IOException {
        Path from = workshop.classes(module);
        Path to = folder.resolve("classes-of-" + module);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static String sha256(Path file) throws Exception {
        return sha256(Files.readAllBytes(file));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
