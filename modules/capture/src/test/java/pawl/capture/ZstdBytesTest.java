package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.capture.CaptureProblem.Kind;

class ZstdBytesTest {
    private record Plain(byte[] bytes, Optional<Damage> end) {
        Optional<Kind> damage() {
            return end.map(Damage::kind);
        }
    }

    private static Plain read(byte[] compressed) throws Exception {
        return read(compressed, 7_919);
    }

    private static Plain read(byte[] compressed, int blockBytes) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] part = new byte[5_003];
        try (ZstdBytes bytes = ZstdBytes.of(Path.of("f"), new ArrayBytes(compressed, 4_001), new byte[blockBytes], 0)) {
            for (int count = bytes.read(part, 1, 5_002); count > 0; count = bytes.read(part, 1, 5_002)) {
                plain.write(part, 1, count);
            }
            return new Plain(plain.toByteArray(), bytes.damage());
        }
    }

    /** Of several blocks, some of which compress and some do not. */
    private static byte[] mixed(int kibibytes) {
        SplittableRandom random = new SplittableRandom(1);
        byte[] bytes = new byte[kibibytes << 10];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (i >> 17) % 3 == 0 ? bytes[i] : (byte) ((i >> 17) % 3 == 1 ? bytes[i] & 3 : 'x');
        }
        return bytes;
    }

    private static byte[] compress(byte[] plain, boolean checksum, boolean contentSize) {
        try (ZstdCompressCtx compressor =
                new ZstdCompressCtx().setLevel(1).setChecksum(checksum).setContentSize(contentSize)) {
            return compressor.compress(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 200, 1_000})
    void givesThePlainBytes(int kibibytes) throws Exception {
        byte[] plain = mixed(kibibytes);
        for (int blockBytes : new int[] {1, 17, 1 << 14, 1 << 20}) {
            for (int flags = 0; flags < 4; flags++) {
                Plain read = read(compress(plain, (flags & 1) != 0, (flags & 2) != 0), blockBytes);
                assertThat(read.bytes()).isEqualTo(plain);
                assertThat(read.damage()).isEmpty();
            }
        }
    }

    @Test
    void givesAllFramesAndPassesOverSkippableOnes() throws Exception {
        byte[] one = "one".getBytes(StandardCharsets.US_ASCII);
        byte[] skippable = {0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};
        byte[] joined = Gzip.joined(Zstandard.of(one), skippable, Zstandard.of(mixed(200)), Zstandard.of(one));
        Plain read = read(joined);
        assertThat(read.bytes()).isEqualTo(Gzip.joined(one, mixed(200), one));
        assertThat(read.damage()).isEmpty();
        assertThat(read(Arrays.copyOf(Gzip.joined(Zstandard.of(one), skippable), 22))
                        .damage())
                .contains(Kind.TRUNCATED);
    }

    @Test
    void aCutGivesTheStartAndSaysSo() throws Exception {
        byte[] plain = mixed(300);
        byte[] compressed = compress(plain, true, false);
        for (int length = 4; length < compressed.length; length += length < 40 ? 1 : 997) {
            Plain cut = read(Arrays.copyOf(compressed, length));
            assertThat(cut.damage()).as("cut to %d", length).contains(Kind.TRUNCATED);
            assertThat(cut.bytes()).isEqualTo(Arrays.copyOf(plain, cut.bytes().length));
        }
    }

    @Test
    void whatComesBeforeDamageIsGiven() throws Exception {
        byte[] plain = mixed(512);
        byte[] compressed = compress(plain, false, false);
        // The fourth block has random bytes again and is stored as it is; what follows its header has none.
        byte[] damaged = Arrays.copyOf(compressed, compressed.length + 100);
        Arrays.fill(damaged, compressed.length, damaged.length, (byte) 0xff);
        Plain read = read(damaged, 1 << 20);
        assertThat(read.bytes()).isEqualTo(plain);
        assertThat(read.damage()).contains(Kind.CORRUPT_COMPRESSION);
        int secondBlock = 131_072 + 6 + 3;
        damaged[secondBlock] = (byte) 0xfe;
        Plain start = read(damaged, 1 << 20);
        assertThat(start.bytes()).isEqualTo(Arrays.copyOf(plain, 131_072));
        assertThat(start.damage()).contains(Kind.CORRUPT_COMPRESSION);
    }

    @Test
    void aWrongChecksumIsSeen() throws Exception {
        byte[] compressed = compress(mixed(10), true, true);
        compressed[compressed.length - 1] ^= 1;
        assertThat(read(compressed).damage()).contains(Kind.CORRUPT_COMPRESSION);
    }

    @Test
    void noFlippedBitBreaksTheReader() throws Exception {
        byte[] compressed = compress(mixed(140), true, true);
        for (int bit = 32; bit < 8 * compressed.length; bit += bit < 400 ? 1 : 9_973) {
            byte[] flipped = compressed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Plain read = read(flipped);
            assertThat(read.damage().isPresent() || Arrays.equals(read.bytes(), mixed(140)))
                    .as("bit %d", bit)
                    .isTrue();
        }
    }
}
