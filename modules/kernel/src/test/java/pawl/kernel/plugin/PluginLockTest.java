package pawl.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock file, packed plugins that run, and what is warned of. */
class PluginLockTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    static Path workshopFolder;

    private static PluginWorkshop workshop;

    @TempDir
    Path folder;

    private Path plugins;
    private Path file;

    @BeforeAll
    static void compile() {
        workshop = new PluginWorkshop(workshopFolder);
        workshop.addTierPlugin("good", "", BadPlugins.id("tier-good"));
        workshop.addTierPlugin("shy", "", BadPlugins.id("tier-shy"));
        workshop.compile("1.2.3");
    }

    @BeforeEach
    void makePluginsFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        file = folder.resolve("config/plugins.lock");
    }

    @Test
    void whatIsLockedRunsAndWhatIsGoneIsWarnedOf() throws Exception {
        workshop.pack("good", plugins.resolve("good/good.jar"));
        assertThat(PluginLock.of(plugins)).isEmpty();
        PluginLock lock = new PluginLock(PluginLock.fileOf(plugins), new TreeMap<>(Map.of(HASH, "tier-gone")));
        lock.with(PluginLoader.load(plugins).plugins()).write();

        PluginSet set = PluginLoader.load(plugins);
        String hash = PluginLoader.sha256(plugins.resolve("good"));
        assertThat(set.refused()).isEmpty();
        assertThat(set.plugins()).extracting(LoadedPlugin::sha256).containsExactly(hash);
        assertThat(set.warnings())
                .containsExactly(new PluginWarning(
                        file,
                        file + " has tier-gone with the SHA-256 " + HASH
                                + ", and no such plugin runs; `pawl plugin lock` leaves such lines out"));
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly(HASH + "  tier-gone", hash + "  tier-good");
        assertThat(folder.resolve("config")).isDirectoryContaining("glob:**/plugins.lock");
        assertThat(folder.resolve("config")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aPluginThatIsLockedAgainReplacesItself() throws Exception {
        workshop.pack("good", plugins.resolve("good.jar"));
        PluginLock before = new PluginLock(file, new TreeMap<>(Map.of(HASH, "tier-good")));
        List<LoadedPlugin> now = PluginLoader.load(plugins).plugins();
        assertThat(before.with(now).ids()).isEqualTo(Map.of(now.getFirst().sha256(), "tier-good"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tier-good", "0123  tier-good", "X", "%s tier-good", "%s  ", "%s  Tier", " %s  tier-good"})
    void aLineThatIsNoPluginIsToldWithItsPlace(String line) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# a comment\n\n" + line.formatted(HASH) + "\n");
        assertThatExceptionOfType(PluginLockException.class)
                .isThrownBy(() -> PluginLoader.load(plugins))
                .withMessage(file + ":3: this is no plugin; needed are 64 hexadecimal digits, two blanks and an id");
    }

    @Test
    void aHashThatIsThereTwiceIsToldToo() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, HASH + "  tier-a\n" + HASH + "  tier-b\n");
        assertThatExceptionOfType(PluginLockException.class)
                .isThrownBy(() -> PluginLock.of(plugins))
                .withMessage(file + ":2: this hash is here a second time; leave one of the lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme/"})
    void aPackedPluginIsThePluginThatItsFolderIs(String top) throws Exception {
        Path jar = workshop.pack("good", folder.resolve("elsewhere/good.jar"));
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put(top + "README", new byte[] {1});
        entries.put(top + "good.jar", Files.readAllBytes(jar));
        Path zip = Zips.write(plugins.resolve("acme.zip"), entries);

        LoadedPlugin packed = PluginLoader.load(plugins).plugins().getFirst();
        assertThat(packed.id()).isEqualTo("tier-good");
        assertThat(packed.location()).isEqualTo(zip);
        assertThat(packed.sha256())
                .isEqualTo(PluginLoader.sha256(jar.getParent()))
                .isEqualTo(PluginLoader.sha256(zip));
    }

    @Test
    void onePluginIsOpenedAgainInALayerOfItsOwn() throws Exception {
        workshop.pack("good", plugins.resolve("good.jar"));
        LoadedPlugin first = PluginLoader.open(plugins.resolve("good.jar"));
        LoadedPlugin second = PluginLoader.open(plugins.resolve("good.jar"));
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.provider().getClass().getModule().getLayer())
                .isNotEqualTo(first.provider().getClass().getModule().getLayer());
        assertThat(second.api().map(ApiRange::text)).contains(">=1.0 <2.0");
    }

    @Test
    void whatEveryoneMayWriteIsWarnedOfAndRuns() throws Exception {
        Path jar = workshop.pack("good", plugins.resolve("good/good.jar"));
        workshop.pack("shy", plugins.resolve("shy.jar"));
        Files.setPosixFilePermissions(jar.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));

        PluginSet set = PluginLoader.load(plugins);
        assertThat(set.plugins()).hasSize(2);
        assertThat(set.warnings())
                .extracting(PluginWarning::text)
                .containsExactly(warning(jar.getParent()), warning(jar));
    }

    private static String warning(Path path) {
        return path + " may be written by everyone, so anyone's code may run in it; run: chmod o-w " + path;
    }
}
