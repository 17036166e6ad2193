package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturedPluginsTest {
    private static final String HASH = "ab".repeat(32);

    @TempDir
    Path folder;

    private List<Path> jars() throws Exception {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        return List.of(Files.writeString(jars.resolve("a.jar"), "A"), Files.writeString(jars.resolve("b.jar"), "B"));
    }

    @Test
    void whatIsKeptIsFoundByAnyOfItsCaptures() throws Exception {
        Path captures = folder.resolve("captures");
        CapturedPlugins.keep(captures, HASH, jars());
        Path segment = Files.writeString(captures.resolve("segment"), "");

        Path kept = captures.resolve("plugins").resolve(HASH);
        assertThat(CapturedPlugins.find(List.of(captures), HASH)).contains(kept);
        assertThat(CapturedPlugins.find(List.of(folder, segment), HASH))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(kept.toAbsolutePath()));
        assertThat(CapturedPlugins.find(List.of(folder), HASH)).isEmpty();
        assertThat(CapturedPlugins.find(List.of(captures), "cd".repeat(32))).isEmpty();
        assertThat(kept.resolve("a.jar")).hasContent("A");
        assertThat(kept.resolve("b.jar")).hasContent("B");
    }

    @Test
    void whatIsKeptStaysAsItIsAndHalfOfOneIsNone() throws Exception {
        Path part = Files.createDirectories(folder.resolve("plugins").resolve(HASH + ".part"));
        Files.writeString(part.resolve("a.jar"), "half of");
        assertThat(CapturedPlugins.find(List.of(folder), HASH)).isEmpty();

        CapturedPlugins.keep(folder, HASH, jars());
        Files.writeString(folder.resolve("jars/a.jar"), "another");
        CapturedPlugins.keep(folder, HASH, List.of(folder.resolve("jars/a.jar")));

        Path kept = CapturedPlugins.find(List.of(folder), HASH).orElseThrow();
        assertThat(kept.resolve("a.jar")).hasContent("A");
        assertThat(part).doesNotExist();
    }

    @Test
    void aConverterKeepsThemBesideWhatItWrites() throws Exception {
        Path captures = Files.createDirectories(folder.resolve("captures"));
        Path lines = Files.writeString(captures.resolve("lines"), "1680652800005184 {}\n");
        CapturedPlugins.keep(captures, HASH, jars());
        Path target = Files.createDirectories(folder.resolve("converted")).resolve("one.pawlcap");
        Captures.convert(List.of(lines), target, CaptureLimits.STANDARD, problem -> {});

        assertThat(CapturedPlugins.find(List.of(target), HASH).orElseThrow().resolve("b.jar"))
                .hasContent("B");
        Captures.convert(List.of(lines), captures.resolve("beside"), CaptureLimits.STANDARD, problem -> {});
        assertThat(captures.resolve("plugins")).isDirectoryContaining(path -> path.endsWith(HASH));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnErrorThatNamesIt() throws Exception {
        Path file = Files.writeString(folder.resolve("plugins"), "in its place");
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CapturedPlugins.keep(folder, HASH, jars()))
                .withMessageContaining(file + "/" + HASH)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.NOT_WRITABLE));
        assertThatIllegalArgumentException().isThrownBy(() -> CapturedPlugins.find(List.of(folder), "../../etc"));
    }
}
