package pawl.kernel.inspect;

import java.util.ArrayList;
import java.util.HexFormat;
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
import pawl.feature.LastPrice;
import pawl.feature.PriceVenue;
import pawl.fsm.ClusterMemory;
import pawl.fsm.EventPhase;
import pawl.fsm.EventPhaseState;
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
            case "adapters" -> HearingRegions.adapters(block);
            case "streams" -> HearingRegions.streams(block);
            case "freshness" -> freshness(block);
            case "price" -> lastPrice(block);
            case "machine" -> machine(block);
            case "events" -> events(block);
            case "clusters" -> clusters(block);
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
        for (int venue = 0; venue < state.venueCount(); venue++) {
            String name = "venue" + venue + ".";
            fields.put(name + "liveTicks", state.liveTicks(venue));
            fields.put(name + "silentTicks", state.silentTicks(venue));
            fields.put(name + "gapHoldTicks", state.gapHoldTicks(venue));
        }
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

    private SequencedMap<String, Object> lastPrice(StateBlock block) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("lastPrice", price(new LastPrice(block).priceMantissa()));
        StateBlock venue = block.part(LastPrice.stateWords(), PriceVenue.stateWords());
        fields.put("venue", (long) new PriceVenue(venue, new InputFreshness(block.part(0, 0), 1, 0), 1).venue());
        return fields;
    }

    /** One slot for each event of the token; those that were never used are left out. */
    private SequencedMap<String, Object> events(StateBlock block) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        for (int slot = 0; slot < block.length() / EventPhaseState.WORDS; slot++) {
            EventPhaseState state =
                    new EventPhaseState(block.part(slot * EventPhaseState.WORDS, EventPhaseState.WORDS));
            if (state.key() != 0) {
                String name = "event" + slot + ".";
                fields.put(name + "key", HexFormat.of().toHexDigits(state.key()));
                fields.put(name + "phase", state.phaseCode() == 0 ? "NOT_BEGUN" : phase(state));
                fields.put(name + "sinceTick", state.sinceTick());
                fields.put(name + "dueTicks", state.dueTicks());
                fields.put(name + "collapseTicks", state.collapseTicks());
                fields.put(name + "referencePrice", price(state.referencePriceMantissa()));
            }
        }
        return fields;
    }

    private static String phase(EventPhaseState state) {
        return EventPhase.ofCode(state.phaseCode()).name();
    }

    /** One slot for each cluster of the token, in order of their names. */
    private static SequencedMap<String, Object> clusters(StateBlock block) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        for (int slot = 0; slot < block.length() / ClusterMemory.WORDS; slot++) {
            ClusterMemory state = new ClusterMemory(block.part(slot * ClusterMemory.WORDS, ClusterMemory.WORDS));
            String name = "cluster" + slot + ".";
            fields.put(name + "state", state.state().name());
            fields.put(name + "countTicks", state.countTicks());
            fields.put(name + "fadingTicks", state.fadingTicks());
            fields.put(name + "dwellTicks", state.dwellTicks());
            fields.put(name + "isDissipating", state.isDissipating());
            fields.put(name + "lastStepTick", state.lastStepTick());
            fields.put(name + "baseline", state.baseline());
        }
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
            String name = "venue" + venue + ".";
            if (state.isWithoutOrder(venue)) {
                fields.put(name + "tradesShown", state.tradesShown(venue));
            } else {
                fields.put(name + "highestTradeId", state.highestTradeId(venue));
                fields.put(name + "lastAggregateId", state.lastAggregateId(venue));
            }
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
