package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.event.EventFlag;
import pawl.api.feature.Feature;

/**
 * The scores of a token on one venue, to the bit: the digests were taken before tokens could be on several, and what was recorded then
 * must come out the same for good.
 */
final class SingleVenueTest {
    private static final Path FILE =
            Path.of(System.getProperty("pawl.shared.data", ""), "binance-usdm/recordings/btcusdt_20230405.dat.gz");
    private static final int TICKS = 6_000;

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1, -1183044772569478087", "2, 6960067734467299804", "3, 4808111174236801099", "4, -8881679994498976806"
    })
    void randomStream(long seed, long digest) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = new Market(Market.TOKEN, Map.of("openInterestStaleTicks", 100, "tradeStaleTicks", 40));
        Digest digested = new Digest();
        double price = 27_000;
        for (int i = 0; i < TICKS; i++) {
            price *= 1 + (random.nextDouble() - 0.5) / 1_000;
            fill(market, random, price);
            if (random.nextInt(1_500) == 0) {
                market.tick += random.nextInt(2_000);
                market.restart();
            }
            market.flush();
            digested.add(market);
        }
        assertThat(digested.value).isEqualTo(digest);
    }

    private static void fill(Market market, SplittableRandom random, double price) {
        boolean isQuiet = market.tick / 300 % 5 == 4;
        long lateMs = random.nextInt(10) == 0 ? random.nextInt(3_000) : 0;
        long timeMs = market.nowMs() - lateMs;
        if (!isQuiet && random.nextInt(3) == 0) {
            double bidQuantity = random.nextInt(30) == 0 ? 0 : 1 + random.nextInt(20);
            market.quote(0, timeMs, random.nextInt(1_000), price, bidQuantity, price + 0.1, 1 + random.nextInt(20));
        }
        if (random.nextInt(isQuiet ? 60 : 4) == 0) {
            int flags = random.nextBoolean() ? EventFlag.TAKER_SOLD : 0;
            market.trade(0, timeMs, price, 0.01 * (1 + random.nextInt(500)), flags);
        }
        if (random.nextInt(20) == 0) {
            market.openInterest(0, timeMs, 80_000 + random.nextInt(2_000));
        }
        if (random.nextInt(8) == 0) {
            long funding = (market.tick / 1_000 + 1) * 3_600_000 * (random.nextInt(10) == 0 ? 4 : 8);
            market.mark(0, timeMs, 0.0001 * random.nextInt(6), funding);
        }
        if (random.nextInt(400) == 0) {
            market.funding(0.0003, 240, random.nextBoolean() ? EventFlag.SETTLED : 0);
        }
        if (random.nextInt(700) == 0) {
            market.gap();
        }
    }

    @Test
    void recording() throws Exception {
        assumeTrue(Files.isReadable(FILE), "the shared recording is not there");
        Market market = new Market();
        Digest digested = new Digest();
        new Recording(Market.TOKEN, 250_000).replay(FILE, (tick, events) -> {
            market.frame.clear();
            market.extractor.extract(market.token, tick, events, market.state, market.frame);
            digested.add(market);
        });
        assertThat(digested.value).isEqualTo(385520525964387867L);
    }

    private static final class Digest {
        long value;

        void add(Market market) {
            for (Feature feature : Feature.values()) {
                long bits = market.isValid(feature) ? Double.doubleToRawLongBits(market.score(feature)) : -1;
                value = Long.rotateLeft(value * 0x9e3779b97f4a7c15L + bits, 23);
            }
        }
    }
}
