package pawl.plugin.tier.liquidity;

import java.util.ArrayList;
import java.util.List;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.tier.Tier;
import pawl.api.token.Ticks;

/**
 * The plugin's settings, ranges checked; {@code docs/tiers.md} says what each is for.
 *
 * @param band of the hysteresis, relative to a boundary
 * @param boundaries one for each tier but the last, in the order of the tiers
 */
record LiquiditySettings(
        long cadenceTicks,
        long windowCadences,
        long warmUpCadences,
        long persistCadences,
        double band,
        List<Boundary> boundaries) {

    private static final String NOTIONAL = "leastNotionalPerMinute.";
    private static final String SPREAD = "mostSpreadBps.";

    private static final double MOST_NOTIONAL = 1e15;
    private static final double MOST_SPREAD_BPS = 20_000;

    /** @throws SettingsException when a setting is unknown, missing or out of range, or the boundaries are not in order */
    static LiquiditySettings of(List<Tier> tiers, Settings settings) {
        settings.allowOnly(names(tiers));
        List<Boundary> boundaries = new ArrayList<>();
        for (Tier tier : tiers.subList(0, tiers.size() - 1)) {
            boundaries.add(boundary(tier.name(), settings));
        }
        requireOrder(tiers, boundaries);
        return new LiquiditySettings(
                settings.whole("cadenceTicks", 240, 4, Ticks.TICKS_PER_DAY),
                settings.whole("windowCadences", 60, 1, 100_000),
                settings.whole("warmUpCadences", 15, 1, 100_000),
                settings.whole("persistCadences", 5, 1, 10_000),
                settings.number("band", 0.2, 0.01, 0.9),
                List.copyOf(boundaries));
    }

    private static String[] names(List<Tier> tiers) {
        List<String> names =
                new ArrayList<>(List.of("cadenceTicks", "windowCadences", "warmUpCadences", "persistCadences", "band"));
        for (Tier tier : tiers.subList(0, tiers.size() - 1)) {
            names.add(NOTIONAL + tier.name());
            names.add(SPREAD + tier.name());
        }
        return names.toArray(String[]::new);
    }

    private static Boundary boundary(String tierName, Settings settings) {
        double notional = settings.number(NOTIONAL + tierName, Boundary.NO_NOTIONAL, 1e-9, MOST_NOTIONAL);
        double spreadBps = settings.number(SPREAD + tierName, Boundary.NO_SPREAD_BPS, 1e-9, MOST_SPREAD_BPS);
        if (notional == Boundary.NO_NOTIONAL && spreadBps == Boundary.NO_SPREAD_BPS) {
            throw new SettingsException(
                    "tier-liquidity." + NOTIONAL + tierName,
                    "missing; every tier but the last needs this, or " + SPREAD + tierName + ", or both");
        }
        return new Boundary(notional, spreadBps);
    }

    private static void requireOrder(List<Tier> tiers, List<Boundary> boundaries) {
        for (int tier = 1; tier < boundaries.size(); tier++) {
            Boundary better = boundaries.get(tier - 1);
            Boundary worse = boundaries.get(tier);
            String betterName = tiers.get(tier - 1).name();
            String worseName = tiers.get(tier).name();
            if (worse.leastNotionalPerMinute() > better.leastNotionalPerMinute()) {
                throw asksMore(NOTIONAL, worseName, betterName);
            }
            if (worse.mostSpreadBps() < better.mostSpreadBps()) {
                throw asksMore(SPREAD, worseName, betterName);
            }
        }
    }

    private static SettingsException asksMore(String setting, String worse, String better) {
        return new SettingsException(
                "tier-liquidity." + setting + worse,
                "asks more of a token than " + setting + better + " of the more liquid tier does; it may not");
    }
}
