package pawl.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.kernel.plugin.ClassUse.Lambda;
import pawl.kernel.plugin.ClassUse.Member;

/** The scanner of class files, on a class of its own and on what is left of it after accidents. */
class ClassUseReaderTest {
    private static final int MUTATIONS = 20_000;

    /** What is read: an array, a field, a method handle, a lambda, and numbers that take two entries. */
    static final class Sample implements Runnable {
        private long count = Long.MAX_VALUE;
        private final double half = 0.5;

        @Override
        public void run() {
            count += Math.round(half);
            Runnable again = () -> count--;
            again.run();
            Object handle = (Comparable<Sample[][]>) Sample::compare;
            assertThat(handle).isNotNull();
        }

        static int compare(Sample[][] other) {
            return other.length;
        }
    }

    private static byte[] bytes() throws IOException {
        String name = "ClassUseReaderTest$Sample.class";
        try (InputStream in = Objects.requireNonNull(ClassUseReaderTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void linksAreRead() throws IOException {
        String sample = "pawl/kernel/plugin/ClassUseReaderTest$Sample";
        ClassUse use = ClassUseReader.read(bytes());

        assertThat(use.facts().name()).isEqualTo(sample);
        assertThat(use.facts().superclass()).isEqualTo(Optional.of("java/lang/Object"));
        assertThat(use.facts().interfaces()).isEqualTo(List.of("java/lang/Runnable"));
        assertThat(use.facts().members()).containsKeys("run()V", "count:J", "half:D", "<init>()V");
        assertThat(use.types()).contains(sample, "java/lang/Math", "org/assertj/core/api/Assertions");
        assertThat(use.members())
                .contains(
                        new Member(sample, "count:J"),
                        new Member(sample, "compare([[L" + sample + ";)I"),
                        new Member(
                                "org/assertj/core/api/Assertions",
                                "assertThat(Ljava/lang/Object;)Lorg/assertj/core/api/ObjectAssert;"))
                .noneMatch(member -> member.owner().startsWith("java/"));
        assertThat(use.lambdas())
                .containsExactlyInAnyOrder(
                        new Lambda("java/lang/Runnable", "run()V"),
                        new Lambda("java/lang/Comparable", "compareTo(Ljava/lang/Object;)I"));
    }

    @Test
    void noPartOfAClassFileIsOne() throws IOException {
        byte[] whole = bytes();
        for (int length = 0; length < whole.length / 2; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException().isThrownBy(() -> ClassUseReader.read(part));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsDamagedIsReadOrRefusedAndNothingElse(long seed) throws IOException {
        byte[] whole = bytes();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = whole.clone();
            for (int left = random.nextInt(1, 4); left > 0; left--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                ClassUseReader.read(damaged);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining("\n");
            } catch (RuntimeException e) {
                fail("seed " + seed + ", mutation " + i, e);
            }
        }
    }
}
