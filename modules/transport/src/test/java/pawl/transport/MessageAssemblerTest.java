package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MessageAssemblerTest {
    private static final int MAX_BYTES = 100_000;

    @Test
    void putsPartsTogetherUpToTheLimit() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MessageAssembler assembler = new MessageAssembler(MAX_BYTES);
            for (int message = 0; message < 50; message++) {
                assembler.restart();
                ByteArrayOutputStream expected = new ByteArrayOutputStream();
                for (int part = random.nextInt(6); part >= 0; part--) {
                    byte[] bytes = new byte[random.nextInt(40_000)];
                    random.nextBytes(bytes);
                    boolean fits = expected.size() + bytes.length <= MAX_BYTES;
                    assertThat(assembler.append(Buffer.buffer(bytes)))
                            .as("seed %d", seed)
                            .isEqualTo(fits);
                    if (fits) {
                        expected.writeBytes(bytes);
                    }
                }
                assertThat(Arrays.copyOf(assembler.bytes(), assembler.length()))
                        .as("seed %d", seed)
                        .isEqualTo(expected.toByteArray());
            }
        }
    }

    @Test
    void takesExactlyAsMuchAsAllowed() {
        MessageAssembler assembler = new MessageAssembler(10);
        assertThat(assembler.append(Buffer.buffer(new byte[10]))).isTrue();
        assertThat(assembler.append(Buffer.buffer(new byte[1]))).isFalse();
        assertThat(assembler.append(Buffer.buffer())).isTrue();
        assertThat(assembler.length()).isEqualTo(10);
    }
}
