package pawl.kernel.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import pawl.api.decimal.Decimals;
import pawl.api.plugin.StateBlock;
import pawl.canonical.QueueState;
import pawl.feature.Candle;
import pawl.feature.Candles;
import pawl.feature.InputFreshness;
import pawl.fsm.MachineState;
import pawl.kernel.engine.EngineState;
import pawl.storage.LogHeader;

/** The regions of a token's block as names and values. What a plugin keeps is its own, and shown as bare words. */
public final class RegionTexts {
    private final Optional<LogHeader> header;

    /** @param header of a log of the token; without it, prices and quantities are shown as mantissas */
    public RegionTexts(Optional<LogHeader> header) {
        this.header = header;
    }

    public SequencedMap<String, Object> of(String region, StateBlock block) {
        return switch (region) {
            case "engine" -> engine(block);
            case "freshness" -> freshness(block);
            case "machine" -> machine(block);
            case "candles" -> candles(block);
            case "canonical" -> canonical(block);
            default -> words(block);
        };
    }

    private static SequencedMap<String, Object> engine(StateBlock block) {
        EngineState state = new EngineState(block);
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("lastFrameTick", state.lastFrameTick());
        fields.put("tier", (long) state.tier());
        return fields;
    }

    private static SequencedMap<String, Object> freshness(StateBlock block) {
        InputFreshness state = new InputFreshness(block, 1, 0);
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("silentTicks", state.silentTicks());
        fields.put("gapHoldTicks", state.gapHoldTicks());
        return fields;
    }

    private static SequencedMap<String, Object> machine(StateBlock block) {
        MachineState state = new MachineState(block);
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("state", state.state().name());
        fields.put("count", state.count());
        fields.put("fadingTicks", state.fadingTicks());
        fields.put("dwellTicks", state.dwellTicks());
        fields.put("isDissipating", state.isDissipating());
        fields.put("lastStepTick", state.lastStepTick());
        fields.put("heat", state.heat());
        fields.put("release", state.release());
        return fields;
    }

    private SequencedMap<String, Object> candles(StateBlock block) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        put(fields, "oneMinute", new Candles(block, 0, Candles.ONE_MINUTE_MS));
        put(fields, "fiveMinutes", new Candles(block, Candles.stateWords(), Candles.FIVE_MINUTES_MS));
        return fields;
    }

    private void put(SequencedMap<String, Object> fields, String name, Candles candles) {
        put(fields, name + ".open", candles.open());
        put(fields, name + ".closed", candles.closed());
        fields.put(name + ".tooLateTrades", candles.tooLateTrades());
    }

    private void put(SequencedMap<String, Object> fields, String name, Candle candle) {
        if (!candle.exists()) {
            return;
        }
        fields.put(name + ".openTimeMs", candle.openTimeMs());
        fields.put(name + ".open", price(candle.openMantissa()));
        fields.put(name + ".high", price(candle.highMantissa()));
        fields.put(name + ".low", price(candle.lowMantissa()));
        fields.put(name + ".close", price(candle.closeMantissa()));
        fields.put(name + ".volume", quantity(candle.volumeMantissa()));
        fields.put(name + ".takerBuyVolume", quantity(candle.takerBuyVolumeMantissa()));
        fields.put(name + ".trades", candle.tradeCount());
    }

    private Object price(long mantissa) {
        return header.<Object>map(of -> Decimals.toText(mantissa, of.priceExponent()))
                .orElse(mantissa);
    }

    private Object quantity(long mantissa) {
        return header.<Object>map(of -> Decimals.toText(mantissa, of.quantityExponent()))
                .orElse(mantissa);
    }

    private static SequencedMap<String, Object> canonical(StateBlock block) {
        QueueState state = new QueueState(block);
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("highestExchangeTimeMs", state.highestExchangeTimeMs());
        for (int venue = 0; venue < state.venueCount(); venue++) {
            fields.put("venue" + venue + ".highestTradeId", state.highestTradeId(venue));
            fields.put("venue" + venue + ".lastAggregateId", state.lastAggregateId(venue));
        }
        return fields;
    }

    private static SequencedMap<String, Object> words(StateBlock block) {
        List<String> words = new ArrayList<>();
        for (int word = 0; word < block.length(); word++) {
            words.add(String.format(Locale.ROOT, "%016x", block.getLong(word)));
        }
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("words", words);
        return fields;
    }
}
