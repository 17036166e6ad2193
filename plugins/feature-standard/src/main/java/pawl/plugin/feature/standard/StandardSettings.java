package pawl.plugin.feature.standard;

import pawl.api.plugin.Settings;
import pawl.api.token.Ticks;

/**
 * The plugin's settings, ranges checked; {@code docs/features.md} says what each is for. Short windows end where the baseline
 * window's range begins, so no combination of allowed values makes a baseline faster than what is held against it.
 *
 * @param sampleTicks price, flow and book are sampled on ticks that this divides
 */
record StandardSettings(
        int sampleTicks,
        long openInterestWindowTicks,
        long openInterestBaselineTicks,
        double openInterestScalePerHour,
        long openInterestWarmUpValues,
        long openInterestStaleTicks,
        double fundingInterestPer8h,
        double fundingScalePer8h,
        long fundingBaselineTicks,
        long fundingStaleTicks,
        long divergenceWindowTicks,
        long compressionWindowTicks,
        long liquidityWindowTicks,
        long baselineWindowTicks,
        long baselineWarmUpTicks,
        long quoteStaleTicks,
        long tradeStaleTicks,
        long venueReturnTicks) {

    private static final long SECOND = Ticks.TICKS_PER_SECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = Ticks.TICKS_PER_DAY;

    private static final long LONGEST_SAMPLE_TICKS = 10 * SECOND;

    private static final String[] NAMES = {
        "sampleTicks",
        "openInterestWindowTicks",
        "openInterestBaselineTicks",
        "openInterestScalePerHour",
        "openInterestWarmUpValues",
        "openInterestStaleTicks",
        "fundingInterestPer8h",
        "fundingScalePer8h",
        "fundingBaselineTicks",
        "fundingStaleTicks",
        "divergenceWindowTicks",
        "compressionWindowTicks",
        "liquidityWindowTicks",
        "baselineWindowTicks",
        "baselineWarmUpTicks",
        "quoteStaleTicks",
        "tradeStaleTicks",
        "venueReturnTicks"
    };

    /** @throws pawl.api.plugin.SettingsException when a setting is unknown or out of range */
    static StandardSettings of(Settings settings) {
        settings.allowOnly(NAMES);
        return new StandardSettings(
                (int) settings.whole("sampleTicks", SECOND, 1, LONGEST_SAMPLE_TICKS),
                settings.whole("openInterestWindowTicks", 5 * MINUTE, SECOND, HOUR),
                settings.whole("openInterestBaselineTicks", DAY, HOUR, 30 * DAY),
                settings.number("openInterestScalePerHour", 0.05, 1e-6, 1e3),
                settings.whole("openInterestWarmUpValues", 4, 2, 1_000),
                settings.whole("openInterestStaleTicks", 2 * MINUTE, 1, DAY),
                settings.number("fundingInterestPer8h", 0.0001, -0.01, 0.01),
                settings.number("fundingScalePer8h", 0.0005, 1e-7, 1),
                settings.whole("fundingBaselineTicks", 3 * DAY, HOUR, 30 * DAY),
                settings.whole("fundingStaleTicks", 2 * MINUTE, 1, DAY),
                settings.whole("divergenceWindowTicks", 2 * MINUTE, LONGEST_SAMPLE_TICKS, HOUR),
                settings.whole("compressionWindowTicks", 2 * MINUTE, LONGEST_SAMPLE_TICKS, HOUR),
                settings.whole("liquidityWindowTicks", 15 * SECOND, LONGEST_SAMPLE_TICKS, HOUR),
                settings.whole("baselineWindowTicks", HOUR, HOUR, 30 * DAY),
                settings.whole("baselineWarmUpTicks", 2 * MINUTE, LONGEST_SAMPLE_TICKS, DAY),
                settings.whole("quoteStaleTicks", 2 * MINUTE, 1, DAY),
                settings.whole("tradeStaleTicks", 5 * MINUTE, 1, DAY),
                settings.whole("venueReturnTicks", 5 * MINUTE, 0, DAY));
    }

    /** A stretch of ticks as a count of samples, rounded down. */
    long samples(long ticks) {
        return ticks / sampleTicks;
    }
}
