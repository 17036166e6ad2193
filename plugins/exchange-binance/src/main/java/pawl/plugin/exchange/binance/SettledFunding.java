package pawl.plugin.exchange.binance;

import java.util.List;
import pawl.plugin.exchange.binance.rest.FundingReading;

/**
 * A row of a funding history.
 *
 * @param flags of the event
 */
record SettledFunding(int instrument, FundingReading reading, int flags) {
    private static final long HOUR_MS = 3_600_000;
    private static final int MINUTES_PER_HOUR = 60;

    /**
     * The interval of the funding at a position, which its row does not state: the distance to the instrument's row before it, or
     * else after it, in whole hours if the venue has such an interval. A hole in the history leaves the configured one.
     */
    static int intervalMinutes(List<SettledFunding> fundings, int position, int configuredMinutes) {
        SettledFunding funding = fundings.get(position);
        for (int before = position - 1; before >= 0; before--) {
            if (fundings.get(before).instrument == funding.instrument) {
                return intervalMinutes(fundings.get(before), funding, configuredMinutes);
            }
        }
        for (int after = position + 1; after < fundings.size(); after++) {
            if (fundings.get(after).instrument == funding.instrument) {
                return intervalMinutes(funding, fundings.get(after), configuredMinutes);
            }
        }
        return configuredMinutes;
    }

    private static int intervalMinutes(SettledFunding one, SettledFunding other, int configuredMinutes) {
        // Both times are at least 0, so their distance does not overflow; rows may come newest first.
        long distanceMs = Math.abs(other.reading.fundingTimeMs() - one.reading.fundingTimeMs());
        long hours = distanceMs / HOUR_MS + (distanceMs % HOUR_MS >= HOUR_MS / 2 ? 1 : 0);
        boolean isInterval = hours == 1 || hours == 2 || hours == 4 || hours == 6 || hours == 8;
        return isInterval ? (int) hours * MINUTES_PER_HOUR : configuredMinutes;
    }
}
