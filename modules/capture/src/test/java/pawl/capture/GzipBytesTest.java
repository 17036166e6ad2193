package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.capture.CaptureProblem.Kind;

class GzipBytesTest {
    private static final byte[] HELLO = "hello hello hello, frames".getBytes(StandardCharsets.US_ASCII);

    private record Plain(byte[] bytes, Optional<Kind> damage) {}

    private static Plain read(byte[] compressed) throws CaptureException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] block = new byte[7];
        try (GzipBytes gzip = new GzipBytes(new ArrayBytes(compressed, 5), new byte[64], 0)) {
            for (int n = gzip.read(block, 0, 7); n >= 0; n = gzip.read(block, 0, 7)) {
                plain.write(block, 0, n);
            }
            assertThat(gzip.read(block, 0, 7)).isEqualTo(-1);
            return new Plain(plain.toByteArray(), gzip.damage().map(Damage::kind));
        }
    }

    private static byte[] randomBytes(long seed, int length) {
        byte[] bytes = new byte[length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(8));
        }
        return bytes;
    }

    @Test
    void readsMembersOneAfterAnother() throws Exception {
        byte[] other = randomBytes(1, 5_000);
        Plain plain = read(Gzip.joined(Gzip.of(HELLO), Gzip.of(new byte[0]), Gzip.of(other), new byte[100]));
        assertThat(plain.bytes()).isEqualTo(Gzip.joined(HELLO, other));
        assertThat(plain.damage()).isEmpty();
    }

    @Test
    void passesOverEveryOptionalHeaderField() throws Exception {
        byte[] plain = Gzip.of(HELLO);
        byte[] header = Arrays.copyOf(plain, 10);
        header[3] = 2 | 4 | 8 | 16;
        byte[] extra = {3, 0, 'x', 'y', 'z'};
        byte[] nameAndComment = "name.gz\0a comment\0".getBytes(StandardCharsets.US_ASCII);
        byte[] headerCrc = {1, 2};
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] whole = Gzip.joined(header, extra, nameAndComment, headerCrc, rest);
        assertThat(read(whole).bytes()).isEqualTo(HELLO);
        for (int length = 2; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)).damage())
                    .as("cut to %d", length)
                    .contains(Kind.TRUNCATED);
        }
    }

    @Test
    void givesWhatCanBeHadOfCutDataWhereverItIsCut() throws Exception {
        byte[] plain = randomBytes(2, 2_000);
        byte[] whole = Gzip.of(plain);
        int lastLength = 0;
        for (int length = 2; length < whole.length; length++) {
            Plain cut = read(Arrays.copyOf(whole, length));
            assertThat(cut.damage()).as("cut to %d", length).contains(Kind.TRUNCATED);
            assertThat(cut.bytes()).as("cut to %d", length).isEqualTo(Arrays.copyOf(plain, cut.bytes().length));
            assertThat(cut.bytes().length).isGreaterThanOrEqualTo(lastLength);
            lastLength = cut.bytes().length;
        }
        assertThat(lastLength).isEqualTo(plain.length);
    }

    @Test
    void aWrongChecksumIsCorruption() throws Exception {
        byte[] whole = Gzip.of(HELLO);
        whole[whole.length - 8] ^= 1;
        Plain plain = read(whole);
        assertThat(plain.bytes()).isEqualTo(HELLO);
        assertThat(plain.damage()).contains(Kind.CORRUPT_COMPRESSION);
    }

    @Test
    void somethingElseAfterTheLastMemberIsCorruption() throws Exception {
        Plain plain = read(Gzip.joined(Gzip.of(HELLO), HELLO));
        assertThat(plain.bytes()).isEqualTo(HELLO);
        assertThat(plain.damage()).contains(Kind.CORRUPT_COMPRESSION);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anUnknownMethodOrFlagIsCorruption(int at) throws Exception {
        byte[] whole = Gzip.of(HELLO);
        whole[at] = (byte) 0xff;
        assertThat(read(whole).damage()).contains(Kind.CORRUPT_COMPRESSION);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aFlippedBitNeverGoesUnseen(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] plain = randomBytes(seed, 3_000);
        byte[] whole = Gzip.of(plain);
        int at = random.nextInt(10, whole.length);
        whole[at] ^= (byte) (1 << random.nextInt(8));
        Plain damaged = read(whole);
        assertThat(damaged.damage()).as("seed %d", seed).isPresent();
    }

    @Test
    void aDamagedBlockGivesAllThatCameBeforeIt() throws Exception {
        byte[] first = randomBytes(3, 500);
        byte[] damagedMember = Gzip.of(HELLO);
        damagedMember[10] = (byte) 0xff; // a block of the reserved type
        Plain plain = read(Gzip.joined(Gzip.of(first), damagedMember));
        assertThat(plain.bytes()).isEqualTo(first);
        assertThat(plain.damage()).contains(Kind.CORRUPT_COMPRESSION);
    }
}
