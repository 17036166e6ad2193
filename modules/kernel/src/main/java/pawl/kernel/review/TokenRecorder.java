package pawl.kernel.review;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import pawl.api.decimal.Decimals;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.feature.Candle;
import pawl.fsm.Measure;
import pawl.fsm.Threshold;
import pawl.fsm.TokenMachine;
import pawl.fsm.Transition;
import pawl.kernel.contract.Timeline.CandlePoint;
import pawl.kernel.contract.Timeline.HeatPoint;
import pawl.kernel.contract.Timeline.Step;
import pawl.kernel.contract.Timeline.TokenLine;
import pawl.kernel.engine.TokenLane;

/** Looks at one token after every tick. */
final class TokenRecorder {
    private final Token token;
    private final List<CandlePoint> candles = new ArrayList<>();
    private final List<HeatPoint> heat = new ArrayList<>();
    private final List<Step> transitions = new ArrayList<>();
    private final Bands states = new Bands();
    private long lastCandleMs = -1;

    TokenRecorder(Token token) {
        this.token = token;
    }

    void look(TokenLane lane, long tick, boolean isPoint) {
        TokenMachine machine = lane.machine();
        long timeMs = Ticks.startMs(tick);
        states.at(timeMs, machine.state().name(), machine.isDissipating());
        if (machine.memory().lastStepTick() == tick) {
            transitions.add(step(machine.transition(), tick, lane));
        }
        Candle closed = lane.oneMinuteCandles().closed();
        if (closed.exists() && closed.openTimeMs() > lastCandleMs) {
            addCandle(closed);
        }
        if (isPoint) {
            heat.add(new HeatPoint(
                    timeMs,
                    machine.heat(),
                    heatThreshold(lane),
                    machine.memory().release()));
        }
    }

    private static OptionalDouble heatThreshold(TokenLane lane) {
        if (lane.machine().row().measure() != Measure.HEAT || lane.machine().isDissipating()) {
            return OptionalDouble.empty();
        }
        double base = lane.machine().row().threshold().enter();
        return OptionalDouble.of(Threshold.inForce(base, lane.tierFactor(), lane.phaseFactor()));
    }

    private Step step(Transition step, long tick, TokenLane lane) {
        return new Step(
                tick,
                step.from().name(),
                step.to().name(),
                step.reason().name(),
                step.measure().name(),
                step.measured(),
                step.threshold(),
                step.base(),
                step.tierFactor(),
                step.phaseFactor(),
                1,
                1,
                OptionalDouble.of(price(lane.lastPriceMantissa())));
    }

    private void addCandle(Candle candle) {
        lastCandleMs = candle.openTimeMs();
        candles.add(new CandlePoint(
                candle.openTimeMs(),
                price(candle.openMantissa()),
                price(candle.highMantissa()),
                price(candle.lowMantissa()),
                price(candle.closeMantissa()),
                Decimals.toDouble(candle.volumeMantissa(), token.quantityExponent())));
    }

    private double price(long mantissa) {
        return Decimals.toDouble(mantissa, token.priceExponent());
    }

    /** @param endMs of the last tick */
    TokenLine line(TokenLane lane, long endMs) {
        Candle open = lane.oneMinuteCandles().open();
        if (open.exists() && open.openTimeMs() > lastCandleMs) {
            addCandle(open);
        }
        return new TokenLine(token.name(), candles, heat, states.until(endMs), transitions);
    }
}
