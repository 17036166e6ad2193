package pawl.scenario;

import java.util.List;

/**
 * What befalls a market.
 *
 * @param acts of the market as a whole; each token answers with its own strength
 * @param silentFromSecond from when on no frame arrives, until {@code silentToSecond}; equal where that never happens
 * @param delistedAtSecond when the last token's streams end; beyond the end where none does
 * @param venueClockAheadMs how far the exchange's clock is ahead of the recorder's
 */
record Script(List<Act> acts, int silentFromSecond, int silentToSecond, int delistedAtSecond, long venueClockAheadMs) {
    static Script of(Act... acts) {
        return new Script(List.of(acts), 0, 0, Integer.MAX_VALUE, 0);
    }

    Script silent(int fromSecond, int toSecond) {
        return new Script(acts, fromSecond, toSecond, delistedAtSecond, venueClockAheadMs);
    }

    Script delisted(int atSecond) {
        return new Script(acts, silentFromSecond, silentToSecond, atSecond, venueClockAheadMs);
    }

    Script clockAhead(long ms) {
        return new Script(acts, silentFromSecond, silentToSecond, delistedAtSecond, ms);
    }

    boolean isSilent(int second) {
        return second >= silentFromSecond && second < silentToSecond;
    }

    double lever(Lever lever, double second) {
        double sum = 0;
        for (Act act : acts) {
            sum += act.lever() == lever ? act.at(second) : 0;
        }
        return Math.min(1, sum);
    }
}
