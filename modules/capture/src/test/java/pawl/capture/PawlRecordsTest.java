package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.capture.CaptureProblem.Kind;

class PawlRecordsTest {
    /** Where the golden capture's records start, and where it ends: FEED, FRAME, FEED, FRAME, FRAME, END. */
    private static final List<Integer> STARTS = List.of(20, 46, 106, 124, 408, 436, 456);

    @TempDir
    private Path folder;

    private byte[] golden = {};

    @BeforeEach
    void readGolden() throws Exception {
        golden = Files.readAllBytes(Fixtures.GOLDEN);
    }

    private Reading read(byte[] bytes) throws Exception {
        return read(bytes, CaptureLimits.STANDARD);
    }

    private Reading read(byte[] bytes, CaptureLimits limits) throws Exception {
        return Reading.of(limits, Files.write(folder.resolve("capture"), bytes));
    }

    private static byte[] record(int kind, int feed, byte[] rest) {
        ByteBuffer record = ByteBuffer.allocate(12 + rest.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(4 + rest.length).putInt(0).put((byte) kind).put((byte) 0).putShort((short) feed);
        record.put(rest);
        CRC32C crc = new CRC32C();
        crc.update(record.array(), 0, 4);
        crc.update(record.array(), 8, record.capacity() - 8);
        record.putInt(4, (int) crc.getValue());
        return record.array();
    }

    /** The golden capture with another version and a right checksum, and records after its own. */
    private byte[] versioned(int major, int minor, byte[]... more) {
        byte[] bytes = golden.clone();
        bytes[8] = (byte) major;
        bytes[10] = (byte) minor;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 16);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(16, (int) crc.getValue());
        return Gzip.joined(bytes, Gzip.joined(more));
    }

    private static Recorded frame(String feed, long tick) {
        return new Recorded(feed, 1_721_347_021_080_832_061L, tick, "");
    }

    @Test
    void readsTheGoldenCapture() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        Reading reading = read(golden);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.frames())
                .containsExactly(
                        new Recorded(
                                "binance/public",
                                1_721_347_020_984_480_942L,
                                6_885_388_083L,
                                "{\"e\":\"bookTicker\",\"s\":\"BTCUSDT\"}"),
                        new Recorded(
                                "binär",
                                1_721_347_021_080_832_061L,
                                6_885_388_084L,
                                new String(all, StandardCharsets.ISO_8859_1)),
                        frame("binance/public", 6_885_388_085L));
        assertThat(reading.numbers()).containsExactly(2L, 4L, 5L);
        assertThat(reading.lastClosedTick()).hasValue(6_885_388_090L);
    }

    @Test
    void aTornTailGivesAllThatIsWholeWhereverItIsTorn() throws Exception {
        List<Recorded> frames = read(golden).frames();
        for (int length = 20; length < golden.length; length++) {
            Reading torn = read(Arrays.copyOf(golden, length));
            int end = length;
            long whole =
                    STARTS.stream().filter(start -> start > 20 && start <= end).count();
            int expected = whole < 2 ? 0 : whole < 4 ? 1 : whole < 5 ? 2 : 3;
            assertThat(torn.frames()).as("cut to %d", length).isEqualTo(frames.subList(0, expected));
            assertThat(torn.lastClosedTick()).isEmpty();
            CaptureProblem problem = torn.problems().getFirst();
            assertThat(torn.kinds()).as("cut to %d", length).containsExactly(Kind.TRUNCATED);
            assertThat(problem.number()).isEqualTo(whole + 1);
            assertThat(problem.offsetBytes()).isEqualTo((long) STARTS.get((int) whole));
        }
    }

    @Test
    void aCutHeaderGivesNothing() throws Exception {
        for (int length = 1; length < 20; length++) {
            Reading cut = read(Arrays.copyOf(golden, length));
            assertThat(cut.frames()).isEmpty();
            assertThat(cut.kinds()).as("cut to %d", length).containsExactly(Kind.TRUNCATED);
        }
    }

    @Test
    void noFlippedBitGoesUnseenAndNoOtherFrameIsLost() throws Exception {
        List<Recorded> frames = read(golden).frames();
        for (int bit = 64; bit < 8 * golden.length; bit += 3) {
            byte[] flipped = golden.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Reading reading = read(flipped);
            assertThat(reading.problems()).as("bit %d", bit).isNotEmpty();
            assertThat(frames).as("bit %d", bit).containsAll(reading.frames());
            if (bit / 8 >= 46 + 8 && bit / 8 < 106) {
                assertThat(reading.frames()).as("bit %d", bit).isEqualTo(frames.subList(1, 3));
                assertThat(reading.kinds()).containsExactly(Kind.CHECKSUM);
                assertThat(reading.problems().getFirst().offsetBytes()).isEqualTo(46);
            }
        }
    }

    @Test
    void twoBadRecordsInARowEndTheReading() throws Exception {
        byte[] bad = golden.clone();
        bad[60] ^= 1;
        bad[120] ^= 1;
        Reading reading = read(bad);
        assertThat(reading.frames()).isEmpty();
        assertThat(reading.kinds()).containsExactly(Kind.CHECKSUM, Kind.CHECKSUM);
        assertThat(reading.problems().getLast().message()).contains("the rest of the file is not read");
    }

    @Test
    void twoBadRecordsApartAreLeftOut() throws Exception {
        byte[] bad = golden.clone();
        bad[60] ^= 1;
        bad[140] ^= 1;
        Reading reading = read(bad);
        assertThat(reading.frames()).containsExactly(frame("binance/public", 6_885_388_085L));
        assertThat(reading.kinds()).containsExactly(Kind.CHECKSUM, Kind.CHECKSUM);
    }

    @Test
    void zerosAfterALossOfPowerEndTheReading() throws Exception {
        Reading reading = read(Gzip.joined(Arrays.copyOf(golden, 436), new byte[4_096]));
        assertThat(reading.frames()).hasSize(3);
        assertThat(reading.kinds()).containsExactly(Kind.MALFORMED_RECORD);
        assertThat(reading.problems().getFirst().offsetBytes()).isEqualTo(436);
    }

    @Test
    void anotherMajorVersionIsRefusedByName() throws Exception {
        Reading reading = read(versioned(2, 7));
        assertThat(reading.frames()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.OTHER_VERSION);
            assertThat(problem.text()).contains(folder.resolve("capture").toString(), "2.7.0", "1.x.x");
        });
    }

    @Test
    void aNewerMinorVersionsRecordsArePassedOverAndCounted() throws Exception {
        byte[] unknown = record(77, 0, new byte[500]);
        Reading reading = read(versioned(1, 9, unknown, unknown));
        assertThat(reading.frames()).hasSize(3);
        assertThat(reading.unknownRecords()).isEqualTo(2);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void aNewerMinorVersionsHeaderMayBeLonger() throws Exception {
        byte[] header = new byte[32];
        System.arraycopy(golden, 0, header, 0, 14);
        header[10] = 1;
        header[14] = 32;
        CRC32C crc = new CRC32C();
        crc.update(header, 0, 28);
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(28, (int) crc.getValue());
        Reading reading = read(Gzip.joined(header, Arrays.copyOfRange(golden, 20, golden.length)));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.frames()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "77, 0, 0, kind 77",
        "2, 0, 15, a FRAME record of 27 bytes",
        "2, 9, 16, feed 9",
        "1, 0, 3, declared twice",
        "3, 0, 7, an END record of 19 bytes",
        "3, 0, 9, an END record of 21 bytes"
    })
    void aRecordThatMakesNoSenseIsLeftOut(int kind, int feed, int restBytes, String said) throws Exception {
        byte[] senseless = record(kind, feed, new byte[restBytes]);
        byte[] more = record(2, 1, new byte[16]);
        Reading reading = read(versioned(1, 0, senseless, more));
        assertThat(reading.frames()).hasSize(4);
        assertThat(reading.frames().getLast().feed()).isEqualTo("binär");
        assertThat(reading.problems().getFirst()).satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.MALFORMED_RECORD);
            assertThat(problem.number()).isEqualTo(7);
            assertThat(problem.offsetBytes()).isEqualTo(456);
            assertThat(problem.message()).contains(said);
        });
    }

    @Test
    void stampsAndTicksThatGoBackwardAreHeldAndReported() throws Exception {
        Reading reading = read(versioned(1, 0, record(2, 1, new byte[16])));
        assertThat(reading.frames().getLast()).isEqualTo(frame("binär", 6_885_388_085L));
        assertThat(reading.kinds()).containsExactly(Kind.TIME_BACKWARD, Kind.TICK_BACKWARD);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 255})
    void aFrameAboveTheLimitIsLeftOut(int maxFrameBytes) throws Exception {
        Reading reading = read(golden, new CaptureLimits(maxFrameBytes));
        assertThat(reading.frames()).hasSize(2);
        assertThat(reading.kinds()).containsExactly(Kind.FRAME_TOO_LONG);
        assertThat(reading.problems().getFirst().offsetBytes()).isEqualTo(124);
        assertThat(read(golden, new CaptureLimits(256)).problems()).isEmpty();
    }

    @Test
    void aDamagedFrameAboveTheLimitIsAChecksumProblem() throws Exception {
        byte[] bad = golden.clone();
        bad[300] ^= 1;
        assertThat(read(bad, new CaptureLimits(100)).kinds()).containsExactly(Kind.CHECKSUM);
        assertThat(read(Arrays.copyOf(bad, 300), new CaptureLimits(100)).kinds())
                .containsExactly(Kind.TRUNCATED);
    }

    @Test
    void cutGzipIsReportedOnce() throws Exception {
        byte[] zipped = Gzip.of(golden);
        Reading reading = read(Arrays.copyOf(zipped, zipped.length - 40));
        assertThat(reading.kinds()).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void theExampleOfTheDocumentIsACapture() throws Exception {
        String hex = "5041574c434150540100000000001400" + "0e1a6427" + "05000000fe6762ee0100000066"
                + "160000009d14198302000000" + "0100000000000000" + "00000000000000007b7d"
                + "0c0000007665035e03000000" + "0000000000000000";
        Reading reading = read(HexFormat.of().parseHex(hex));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.frames()).containsExactly(new Recorded("f", 1, 0, "{}"));
        assertThat(reading.lastClosedTick()).hasValue(0);
    }
}
