package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    private static final int MOST_LINE_BYTES = 50;

    private record Line(long number, long offsetBytes, String text, boolean terminated) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void findsTheLinesThatSplittingFinds(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        List<Line> expected = new ArrayList<>();
        int lines = random.nextInt(200);
        for (int i = 1; i <= lines; i++) {
            String line = line(random);
            boolean last = i == lines;
            boolean terminated = !last || random.nextBoolean();
            String end = terminated ? (random.nextInt(3) == 0 ? "\r\n" : "\n") : "";
            if (!line.isEmpty() || terminated) {
                String kept = line.length() > MOST_LINE_BYTES ? "skipped " + line.length() : line;
                expected.add(new Line(i, text.length(), kept, terminated));
            }
            text.append(line).append(line.length() > MOST_LINE_BYTES && terminated ? "\n" : end);
        }
        assertThat(read(text.toString(), 1 + random.nextInt(40)))
                .as("seed %d", seed)
                .isEqualTo(expected);
    }

    private static String line(SplittableRandom random) {
        int length = random.nextInt(8) == 0 ? random.nextInt(52, 300) : random.nextInt(40);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // Bytes next to LF, and the high half, are what a scan by words could take for LF.
            line.append("\u000b\t\u008a\u0000x\u00ff\u0001".charAt(random.nextInt(7)));
        }
        return line.toString();
    }

    private static List<Line> read(String text, int mostAtOnce) throws CaptureException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        InputBuffer buffer = new InputBuffer(new ArrayBytes(bytes, mostAtOnce), new byte[16], 0, MOST_LINE_BYTES + 4);
        LineReader reader = new LineReader(buffer, MOST_LINE_BYTES + 1);
        List<Line> lines = new ArrayList<>();
        while (reader.next()) {
            String line = new String(reader.bytes(), reader.start(), reader.length(), StandardCharsets.ISO_8859_1);
            lines.add(new Line(
                    reader.number(),
                    reader.offsetBytes(),
                    reader.isSkipped() ? "skipped " + reader.skippedBytes() : line,
                    reader.isTerminated()));
        }
        return lines;
    }
}
