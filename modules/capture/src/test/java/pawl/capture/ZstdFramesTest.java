package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ZstdFramesTest {
    private static final byte[] SKIPPABLE = {0x5e, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};

    @Test
    void framesOneAfterTheOtherAndASkippableOneAreAFileOfEveryZstdTool() throws Exception {
        byte[] bytes = bytes(1, 100_000);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZstdFrames zstd = ZstdFrames.open(Path.of("test"))) {
            file.writeBytes(zstd.compress(bytes, 0, 60_000));
            file.writeBytes(zstd.compress(bytes, 60_000, 40_000));
        }
        file.writeBytes(SKIPPABLE);
        assertThat(decompressed(file.toByteArray())).isEqualTo(bytes);
    }

    @Test
    void aFrameIsTakenFromAndPutIntoTheMiddleOfArrays() throws Exception {
        byte[] bytes = bytes(2, 500);
        try (ZstdFrames zstd = ZstdFrames.open(Path.of("test"))) {
            byte[] frame = zstd.compress(bytes, 100, 300);
            byte[] padded = new byte[frame.length + 7];
            System.arraycopy(frame, 0, padded, 5, frame.length);
            byte[] into = new byte[400];
            assertThat(zstd.decompress(padded, 5, frame.length, into)).isEqualTo(300);
            assertThat(Arrays.copyOf(into, 300)).isEqualTo(Arrays.copyOfRange(bytes, 100, 400));
        }
    }

    @Test
    void damageAndTooLittleRoomAreTold() throws Exception {
        try (ZstdFrames zstd = ZstdFrames.open(Path.of("test"))) {
            byte[] frame = zstd.compress(bytes(3, 300), 0, 300);
            assertDamaged(zstd, frame, frame.length - 1, 300);
            assertDamaged(zstd, frame, frame.length, 299);
            frame[frame.length / 2] ^= 1;
            assertDamaged(zstd, frame, frame.length, 300);
        }
    }

    private static void assertDamaged(ZstdFrames zstd, byte[] frame, int length, int room) {
        assertThatExceptionOfType(ZstdFrames.DamagedFrameException.class)
                .isThrownBy(() -> zstd.decompress(frame, 0, length, new byte[room]));
    }

    private static byte[] bytes(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(16);
        }
        return bytes;
    }

    private static byte[] decompressed(byte[] file) throws IOException {
        try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
