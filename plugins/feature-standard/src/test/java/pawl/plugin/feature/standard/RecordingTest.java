package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pawl.api.feature.Feature;

/** The extractor over seven minutes of BTCUSDT as Binance sent them. */
final class RecordingTest {
    private static final Path FILE =
            Path.of(System.getProperty("pawl.shared.data", ""), "binance-usdm/recordings/btcusdt_20230405.dat.gz");
    private static final long MICROSECONDS_PER_TICK = 250_000;

    private record Run(Map<Feature, List<Double>> scores, List<Integer> hashes, long[] bits) {}

    @Test
    void scoresAreValidAfterWarmUpInRangeAndTheSameTwice() throws Exception {
        assumeTrue(Files.isReadable(FILE), "the shared recording is not there");

        Run first = run();
        Run second = run();

        assertThat(second.bits).isEqualTo(first.bits);
        assertThat(second.hashes).isEqualTo(first.hashes);
        int ticks = first.hashes.size();
        assertThat(ticks).isEqualTo(1_659);
        assertThat(first.scores.get(Feature.OPEN_INTEREST_VELOCITY)).isEmpty();
        assertThat(first.scores.get(Feature.FUNDING_SKEW)).hasSize(ticks);
        for (Feature feature : List.of(Feature.DIVERGENCE, Feature.COMPRESSION, Feature.LIQUIDITY_STRESS)) {
            assertThat(first.scores.get(feature)).as(feature.name()).hasSizeBetween(ticks - 490, ticks - 470);
        }
        assertThat(first.scores.get(Feature.COMPRESSION)).allMatch(score -> score >= 0 && score <= 1);
        assertThat(first.scores.get(Feature.LIQUIDITY_STRESS)).allMatch(score -> score >= 0 && score <= 1);
        assertThat(first.scores.get(Feature.DIVERGENCE)).allMatch(score -> score >= -1 && score <= 1);
    }

    private static Run run() throws Exception {
        Market market = new Market();
        Run run = new Run(new EnumMap<>(Feature.class), new ArrayList<>(), market.words);
        for (Feature feature : Feature.values()) {
            run.scores.put(feature, new ArrayList<>());
        }
        new Recording(Market.TOKEN, MICROSECONDS_PER_TICK).replay(FILE, (tick, events) -> {
            market.frame.clear();
            market.extractor.extract(market.token, tick, events, market.state, market.frame);
            for (Feature feature : Feature.values()) {
                if (market.isValid(feature)) {
                    run.scores.get(feature).add(market.score(feature));
                }
            }
            run.hashes.add(Arrays.hashCode(market.bits()));
        });
        return run;
    }
}
