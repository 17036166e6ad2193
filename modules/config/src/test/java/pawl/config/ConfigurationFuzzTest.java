package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes stand in the file, the reader gives a configuration or problems of one line each, and throws nothing else. */
class ConfigurationFuzzTest {
    private static final int MUTANTS = 300;
    private static final String[] FRAGMENTS = {
        "0",
        "-",
        "1e30",
        "-1e308",
        "1e-400",
        "99999999999999999999",
        ".nan",
        "~",
        "null",
        "true",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        ",",
        "#",
        "*a",
        "&a ",
        "!!str ",
        "!x ",
        "<<",
        "? ",
        "|",
        ">",
        "\n",
        "\n  ",
        "\t",
        "\u2028",
        "\0",
        "é",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\r",
        "@",
        "`",
        "\\"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void onlyProblemsComeOut(long seed) throws Exception {
        byte[] shipped = Files.readAllBytes(SampleConfiguration.shippedFolder().resolve(ConfigurationReader.FILE_NAME));
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(shipped, random);
            try {
                ConfigurationReader.read("pawl.yaml", mutant);
            } catch (ConfigurationException e) {
                refused++;
                assertThat(e.problems()).isNotEmpty();
                for (ConfigurationProblem problem : e.problems()) {
                    assertThat(problem.toString().lines()).hasSize(1);
                }
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ", mutant " + i + ":\n" + new String(mutant, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(refused).isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    private static byte[] mutate(byte[] bytes, SplittableRandom random) {
        byte[] mutant = bytes;
        int edits = random.nextInt(1, 3);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(mutant.length);
            int cut = random.nextInt(4) == 0 ? random.nextInt(1, 40) : random.nextInt(3);
            byte[] inserted = random.nextInt(8) == 0
                    ? new byte[] {(byte) random.nextInt(256)}
                    : FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8);
            mutant = spliced(mutant, at, Math.min(mutant.length, at + cut), inserted);
        }
        return mutant;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] inserted) {
        byte[] spliced = Arrays.copyOf(bytes, from + inserted.length + bytes.length - to);
        System.arraycopy(inserted, 0, spliced, from, inserted.length);
        System.arraycopy(bytes, to, spliced, from + inserted.length, bytes.length - to);
        return spliced;
    }
}
