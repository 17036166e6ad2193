package pawl.plugin.tier.liquidity;

/**
 * What a token needs to be of a tier or a better one, and how far beyond it must go before its tier changes.
 *
 * @param leastNotionalPerMinute in quote units; {@link #NO_NOTIONAL} asks for none
 * @param mostSpreadBps in units of 0.01 % of the mid price; {@link #NO_SPREAD_BPS} allows any
 */
record Boundary(double leastNotionalPerMinute, double mostSpreadBps) {
    static final double NO_NOTIONAL = 0;
    static final double NO_SPREAD_BPS = Double.MAX_VALUE;

    /** Clearly inside. A spread that is asked for and not known is not inside. */
    boolean admits(double notionalPerMinute, boolean hasSpread, double spreadBps, double band) {
        boolean notionalAdmits = notionalPerMinute >= leastNotionalPerMinute * (1 + band);
        boolean spreadAdmits = !limitsSpread() || (hasSpread && spreadBps <= mostSpreadBps * (1 - band));
        return notionalAdmits && spreadAdmits;
    }

    /** Clearly outside. A spread that is not known is not outside. */
    boolean expels(double notionalPerMinute, boolean hasSpread, double spreadBps, double band) {
        boolean notionalExpels =
                leastNotionalPerMinute != NO_NOTIONAL && notionalPerMinute <= leastNotionalPerMinute * (1 - band);
        boolean spreadExpels = limitsSpread() && hasSpread && spreadBps >= mostSpreadBps * (1 + band);
        return notionalExpels || spreadExpels;
    }

    private boolean limitsSpread() {
        return mostSpreadBps != NO_SPREAD_BPS;
    }
}
