package pawl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the sources: small files, most of them very small, and no waiting by the clock in tests. */
class SourceShapeTest {
    private static final int MOST_LINES = 500;
    private static final int MOST_MEDIAN_LINES = 100;

    private static List<Path> sources() throws IOException {
        Path root = Path.of(System.getProperty("pawl.root"));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noFileIsLong() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(MOST_LINES);
        }
    }

    @Test
    void theMedianFileIsShort() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(100);
        List<Integer> lengths = new ArrayList<>();
        for (Path source : sources) {
            lengths.add(Files.readAllLines(source).size());
        }
        lengths.sort(null);
        assertThat(lengths.get(lengths.size() / 2)).isLessThan(MOST_MEDIAN_LINES);
    }

    @Test
    void noTestSleeps() throws IOException {
        String sleep = "Thread" + ".sleep";
        for (Path source : sources()) {
            assertThat(Files.readString(source)).as(source.toString()).doesNotContain(sleep);
        }
    }
}
