package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.capture.CaptureProblem.Kind;

/** Segments as a loss of power, a full disk or a kill leaves them. */
class TornSegmentTest {
    private static final List<Recorded> FRAMES = Recordings.oneTickEach(12);

    @TempDir
    private Path folder;

    private byte[] segment = {};

    @BeforeEach
    void record() throws Exception {
        Path captures = folder.resolve("captures");
        Recordings.write(captures, FRAMES, new SegmentLimits(1, 1 << 20), 2);
        segment = Files.readAllBytes(Recordings.segments(captures).getFirst());
    }

    private Path torn(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("torn"), bytes);
    }

    @Test
    void whereverItIsTornAllThatIsWholeIsReadAndTheTailReported() throws Exception {
        int most = 0;
        for (int length = 0; length < segment.length; length++) {
            Reading reading = Reading.of(torn(Arrays.copyOf(segment, length)));
            int read = reading.frames().size();
            assertThat(reading.frames()).as("cut to %d", length).isEqualTo(FRAMES.subList(0, read));
            assertThat(read).as("cut to %d", length).isGreaterThanOrEqualTo(most);
            most = read;
            Kind expected = length == 0 ? Kind.EMPTY_FILE : length < 4 ? Kind.UNKNOWN_FORMAT : Kind.TRUNCATED;
            assertThat(reading.kinds()).as("cut to %d", length).containsExactly(expected);
            if (read > 0) {
                CaptureProblem problem = reading.problems().getFirst();
                assertThat(problem.offsetBytes()).as("cut to %d", length).isPositive();
                assertThat(problem.number()).isEqualTo(reading.numbers().getLast());
            }
        }
        assertThat(most).isEqualTo(FRAMES.size());
    }

    @Test
    void aTornSegmentDoesNotHideTheOthers() throws Exception {
        Path captures = folder.resolve("rotated");
        Recordings.write(captures, FRAMES, new SegmentLimits(1, 1), 0);
        Path third = Recordings.segments(captures).get(2);
        byte[] whole = Files.readAllBytes(third);
        Files.write(third, Arrays.copyOf(whole, whole.length - 20));
        Reading reading = Reading.of(captures);
        assertThat(FRAMES).containsAll(reading.frames());
        assertThat(reading.frames()).hasSizeGreaterThanOrEqualTo(FRAMES.size() - 1);
        assertThat(reading.lastClosedTick()).hasValue(FRAMES.getLast().tick());
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.TRUNCATED);
            assertThat(problem.file()).isEqualTo(third);
        });
    }

    @Test
    void noFlippedBitLetsAWrongFrameThrough() throws Exception {
        for (int bit = 32; bit < 8 * segment.length; bit++) {
            byte[] flipped = segment.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Reading reading = Reading.of(torn(flipped));
            assertThat(FRAMES).as("bit %d", bit).containsAll(reading.frames());
            assertThat(reading.frames().size() == FRAMES.size()
                            || !reading.problems().isEmpty())
                    .as("bit %d", bit)
                    .isTrue();
        }
    }

    @Test
    void zerosAfterALossOfPowerAreATornTail() throws Exception {
        byte[] zeroed = segment.clone();
        Arrays.fill(zeroed, segment.length / 2, segment.length, (byte) 0);
        Reading reading = Reading.of(torn(zeroed));
        assertThat(reading.frames())
                .isEqualTo(FRAMES.subList(0, reading.frames().size()));
        assertThat(reading.problems()).isNotEmpty();
    }
}
