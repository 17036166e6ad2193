package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_SCORE;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_TICK;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_TIME_MS;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_VALUES;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_VELOCITY;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_VELOCITY_SQUARE;

import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/**
 * Relative change of open interest per hour, smoothed, in units of a configured scale or of its own usual size, whichever weighs
 * more. Venues are polled oftener than they refresh, so only values at a later exchange time count.
 */
final class OpenInterestVelocity {
    private static final double HOUR_MS = 3_600_000;

    private final double windowMs;
    private final double baselineMs;
    private final double scaleSquare;
    private final long warmUpValues;
    private final long staleTicks;

    OpenInterestVelocity(StandardSettings settings) {
        windowMs = (double) (settings.openInterestWindowTicks() * Ticks.TICK_MS);
        baselineMs = (double) (settings.openInterestBaselineTicks() * Ticks.TICK_MS);
        scaleSquare = settings.openInterestScalePerHour() * settings.openInterestScalePerHour();
        warmUpValues = settings.openInterestWarmUpValues();
        staleTicks = settings.openInterestStaleTicks();
    }

    void read(Token token, long tick, EventView events, int event, StateBlock state, int base) {
        long mantissa = events.openInterestMantissa(event);
        if (mantissa < 0) {
            return;
        }
        long timeMs = events.exchangeTimeMs(event);
        double openInterest = token.quantity(mantissa);
        if (state.getLong(base + OPEN_INTEREST_VALUES) > 0 && timeMs <= state.getLong(base + OPEN_INTEREST_TIME_MS)) {
            if (Freshness.isFresh(state, base + OPEN_INTEREST_TICK, tick, staleTicks)) {
                return;
            }
            // A venue whose clock was once ahead must not silence the feature for good.
            restart(state, base);
        }
        if (state.getLong(base + OPEN_INTEREST_VALUES) > 0) {
            double elapsedMs = (double) timeMs - (double) state.getLong(base + OPEN_INTEREST_TIME_MS);
            add(state, base, elapsedMs, Scores.relativeChange(state.getDouble(base + OPEN_INTEREST), openInterest));
        }
        state.setLong(base + OPEN_INTEREST_TICK, tick);
        state.setLong(base + OPEN_INTEREST_TIME_MS, timeMs);
        state.setDouble(base + OPEN_INTEREST, openInterest);
        state.setLong(base + OPEN_INTEREST_VALUES, state.getLong(base + OPEN_INTEREST_VALUES) + 1);
    }

    private void add(StateBlock state, int base, double elapsedMs, double change) {
        if (!(elapsedMs > 0)) {
            // Times further from zero than a binary64 can tell apart.
            return;
        }
        double perHour = change * (HOUR_MS / elapsedMs);
        EwMean.add(state, base + OPEN_INTEREST_VELOCITY, EwMean.elapsedWeight(elapsedMs, windowMs), perHour);
        double velocity = state.getDouble(base + OPEN_INTEREST_VELOCITY);
        double usualSquare = state.getDouble(base + OPEN_INTEREST_VELOCITY_SQUARE);
        state.setDouble(base + OPEN_INTEREST_SCORE, Scores.squash(velocity / Math.sqrt(scaleSquare + usualSquare)));
        double baselineWeight = EwMean.elapsedWeight(elapsedMs, baselineMs);
        EwMean.add(state, base + OPEN_INTEREST_VELOCITY_SQUARE, baselineWeight, velocity * velocity);
    }

    boolean isValid(long tick, StateBlock state, int base) {
        return state.getLong(base + OPEN_INTEREST_VALUES) >= warmUpValues
                && Freshness.isFresh(state, base + OPEN_INTEREST_TICK, tick, staleTicks);
    }

    /** Forgets the series, and keeps how large its velocity usually is. */
    static void restart(StateBlock state, int base) {
        state.setLong(base + OPEN_INTEREST_TICK, 0);
        state.setLong(base + OPEN_INTEREST_VALUES, 0);
        state.setDouble(base + OPEN_INTEREST_SCORE, 0);
        state.setDouble(base + OPEN_INTEREST_VELOCITY, 0);
    }
}
