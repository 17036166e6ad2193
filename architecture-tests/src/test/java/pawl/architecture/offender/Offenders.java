package pawl.architecture.offender;

import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One class for each ban that it breaks, planted to prove that the ban bites. The nested class is named like the ban. */
public final class Offenders {
    private Offenders() {}

    static final class Clock {
        Supplier<Instant> reads() {
            return Instant::now;
        }
    }

    static final class Randomness {
        Object draws() {
            return new SplittableRandom(7).nextLong() + UUID.randomUUID().toString();
        }
    }

    static final class Threads {
        long counts(AtomicLong counter) {
            return counter.incrementAndGet();
        }
    }

    static final class InputAndOutput {
        int reads(InputStream in) throws Exception {
            return in.read();
        }
    }

    static final class Environment {
        String asks() {
            return System.getenv("HOME");
        }
    }

    static final class DefaultLocaleZoneCharset {
        String lowers(String text) {
            return text.toLowerCase() + Locale.getDefault() + String.format("%d", 1);
        }
    }

    static final class HashOrder {
        Map<String, Set<Integer>> collects(List<Integer> numbers) {
            return new HashMap<>(Map.of("all", numbers.stream().collect(Collectors.toSet())));
        }
    }

    static final class ParallelStreams {
        long sums(List<Long> numbers) {
            return numbers.parallelStream().mapToLong(Long::longValue).sum();
        }
    }

    static final class TranscendentalMaths {
        double fuses(double x) {
            return Math.fma(x, x, Math.exp(x));
        }
    }
}
