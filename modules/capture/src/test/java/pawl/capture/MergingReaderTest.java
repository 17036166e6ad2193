package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergingReaderTest {
    @TempDir
    private Path folder;

    private Path lines(String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void mergesByStampThenBytes() throws Exception {
        Path a = lines("a", "1680652800000001 c", "1680652800000002 a", "1680652800000009 z");
        Path b = lines("b", "1680652800000001 a", "1680652800000001 b", "1680652800000002 ab", "1680652800000003 a");
        for (Path[] order : new Path[][] {{a, b}, {b, a}}) {
            assertThat(Reading.of(order).texts()).containsExactly("a", "b", "c", "a", "ab", "a", "z");
        }
    }

    @Test
    void comparesBytesWithoutSign() throws Exception {
        Path a = lines("a", "1680652800000001 é");
        Path b = lines("b", "1680652800000001 z");
        assertThat(Reading.of(a, b).numbers()).hasSize(2);
        assertThat(Reading.of(a, b).texts().getFirst()).isEqualTo("z");
    }

    @Test
    void framesOfOneFileKeepTheirOrder() throws Exception {
        Path a = lines("a", "1680652800000001 z", "1680652800000001 a", "1680652800000001 m");
        Path b = lines("b", "1680652800000001 n");
        assertThat(Reading.of(a, b).texts()).containsExactly("n", "z", "a", "m");
        assertThat(Reading.of(b, a).texts()).containsExactly("n", "z", "a", "m");
    }

    @Test
    void equalFramesOfDifferentFilesComeTogether() throws Exception {
        Path a = lines("a", "1680652800000001 m", "1680652800000001 a");
        Path b = lines("b", "1680652800000001 m", "1680652800000001 b");
        assertThat(Reading.of(a, b).texts()).containsExactly("m", "m", "a", "b");
        assertThat(Reading.of(b, a).texts()).containsExactly("m", "m", "a", "b");
    }

    @Test
    void aRecordedTickComesBeforeTheStamp() throws Exception {
        Path a = RandomCapture.write(
                folder.resolve("a"), List.of(new Recorded("f", 10, 5, "late flush"), new Recorded("f", 30, 6, "x")));
        Path b = RandomCapture.write(
                folder.resolve("b"), List.of(new Recorded("f", 20, 4, "early flush"), new Recorded("f", 21, 6, "y")));
        assertThat(Reading.of(a, b).texts()).containsExactly("early flush", "late flush", "y", "x");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theOrderOfTheCapturesDoesNotMatter(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Path> captures = new ArrayList<>();
        List<Recorded> all = new ArrayList<>();
        int files = random.nextInt(2, 6);
        for (int i = 0; i < files; i++) {
            // Frames of at most one byte of four and near stamps, so that ties of every kind are common.
            List<Recorded> frames = RandomCapture.frames(random, random.nextInt(60), 1).stream()
                    .map(frame -> new Recorded(
                            frame.feed(),
                            frame.arrivalNs(),
                            frame.tick(),
                            frame.text().isEmpty()
                                    ? ""
                                    : "" + (char) ('a' + frame.text().charAt(0) % 4)))
                    .toList();
            all.addAll(frames);
            captures.add(RandomCapture.write(folder.resolve("capture" + i), frames));
        }
        Reading expected = Reading.of(captures.toArray(Path[]::new));
        assertThat(expected.frames()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(all);
        assertThat(expected.frames()).extracting(Recorded::tick).isSorted();
        for (int i = 0; i < 10; i++) {
            shuffle(captures, random);
            Reading reading = Reading.of(captures.toArray(Path[]::new));
            assertThat(reading.frames()).as("seed %d", seed).isEqualTo(expected.frames());
            assertThat(reading.lastClosedTick()).isEqualTo(expected.lastClosedTick());
        }
    }

    private static void shuffle(List<Path> paths, SplittableRandom random) {
        for (int i = paths.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Path path = paths.set(i, paths.get(j));
            paths.set(j, path);
        }
    }

    @Test
    void readsManyFilesAtOnce() throws Exception {
        List<Path> captures = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String stamp = "168065280000" + (1_000 + i);
            captures.add(lines("capture" + (199 - i), stamp + " {" + i + "}", "1690652800000000 end"));
            texts.add("{" + i + "}");
        }
        Reading reading = Reading.of(captures.toArray(Path[]::new));
        assertThat(reading.texts().subList(0, 200)).isEqualTo(texts);
        assertThat(reading.frames()).hasSize(400);
    }
}
