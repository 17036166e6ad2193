package pawl.scenario;

import static pawl.scenario.MarketParameters.CLAMP;
import static pawl.scenario.MarketParameters.DEMAND_PER_HOUR;
import static pawl.scenario.MarketParameters.FUNDING_CAP;
import static pawl.scenario.MarketParameters.HUSHED_PART;
import static pawl.scenario.MarketParameters.IMPACT;
import static pawl.scenario.MarketParameters.INTEREST;
import static pawl.scenario.MarketParameters.LIQUIDATION_DISTANCE;
import static pawl.scenario.MarketParameters.MOST_LIQUIDATED;
import static pawl.scenario.MarketParameters.PREMIUM_PER_CROWDING;
import static pawl.scenario.MarketParameters.PREMIUM_SPEED;
import static pawl.scenario.MarketParameters.QUIET_DEVIATION;
import static pawl.scenario.MarketParameters.QUIET_HALF_SPREAD;
import static pawl.scenario.MarketParameters.RECOVERY_RETURN;
import static pawl.scenario.MarketParameters.RETREAT_PER_HOUR;
import static pawl.scenario.MarketParameters.SALE_RETURN;
import static pawl.scenario.MarketParameters.STRESS_LEFT;

import java.util.SplittableRandom;

/**
 * One token's market, moved on second by second: leverage that comes in crowds the market, crowding lifts the premium and thins the book, a
 * fall forces crowded positions out, and that makes the fall deeper.
 */
final class TokenMarket {
    private static final double SECONDS_PER_HOUR = 3_600;

    private final Script script;
    private final SplittableRandom random;
    private final double strength;
    private final double lagSeconds;
    private final double quietOpenInterest;
    private double price;
    private double entryPrice;
    private double openInterest;
    private double premium;
    private double stress;
    private double liquidated;
    private double lastReturn;
    private double hush;
    private double buyerShare = 0.5;
    private double activity = 1;

    /**
     * @param strength how strongly the token answers to the script, around 1
     * @param lagSeconds how much later than the market
     */
    TokenMarket(
            Script script,
            SplittableRandom random,
            double price,
            double openInterest,
            double strength,
            double lagSeconds) {
        this.script = script;
        this.random = random;
        this.price = price;
        this.strength = strength;
        this.lagSeconds = lagSeconds;
        this.openInterest = openInterest;
        quietOpenInterest = openInterest;
        entryPrice = price;
    }

    void step(int second) {
        double at = second - lagSeconds;
        double demand = pull(Lever.DEMAND, at);
        double sale = pull(Lever.SALE, at);
        double recovery = pull(Lever.RECOVERY, at);
        double shorting = pull(Lever.SHORTING, at);
        hush = script.lever(Lever.HUSH, at);
        liquidate();
        build(demand + shorting, pull(Lever.RETREAT, at));
        double deviation = QUIET_DEVIATION * (1 - (1 - HUSHED_PART) * hush) * (1 + 3 * stress);
        double drift = 3e-6 * demand - 3e-6 * shorting + SALE_RETURN * sale + RECOVERY_RETURN * recovery;
        double forced = IMPACT * liquidated / openInterest * (1 + stress);
        lastReturn = deviation * random.nextGaussian() + drift + forced;
        price *= 1 + Math.max(-0.05, Math.min(0.05, lastReturn));
        double target = PREMIUM_PER_CROWDING * crowding() * (shorting > demand ? -1 : 1) - 0.002 * sale;
        premium += PREMIUM_SPEED * (target - premium);
        double shock = sale * 0.5
                + liquidated / (openInterest * MOST_LIQUIDATED) * 0.5
                + 0.12 * hush * Math.min(1, crowding());
        stress = Math.max(stress * STRESS_LEFT, Math.min(1, shock));
        buyerShare = Math.max(0.05, Math.min(0.95, 0.5 + 0.1 * demand - 0.1 * shorting - 0.4 * sale + 0.25 * recovery));
        activity = 1 + 1.5 * demand + 12 * sale + 6 * recovery + 20 * liquidated / (openInterest * MOST_LIQUIDATED);
    }

    private double pull(Lever lever, double second) {
        return Math.min(1, strength * script.lever(lever, second));
    }

    /** Positions whose loss has eaten their margin are closed by force, at most so many in a second. */
    private void liquidate() {
        double loss = 1 - price / entryPrice;
        double excess = loss - LIQUIDATION_DISTANCE;
        double crowded = Math.max(0, openInterest - 0.7 * quietOpenInterest) / openInterest;
        liquidated = excess > 0 ? openInterest * Math.min(MOST_LIQUIDATED, excess * 0.1) * Math.min(1, 2 * crowded) : 0;
        openInterest -= liquidated;
        // Those left have their entry lower: the highest entries went first.
        entryPrice += (price - entryPrice) * Math.min(0.5, liquidated / openInterest * 1.5);
    }

    private void build(double demand, double retreat) {
        double opened = quietOpenInterest * DEMAND_PER_HOUR / SECONDS_PER_HOUR * demand;
        double closed = openInterest * RETREAT_PER_HOUR / SECONDS_PER_HOUR * retreat;
        double churned = quietOpenInterest * 2e-5 * random.nextGaussian();
        entryPrice += (price - entryPrice) * (opened / openInterest + 1.0 / 7_200);
        openInterest = Math.max(0.2 * quietOpenInterest, openInterest + opened - closed + churned);
    }

    /** How far leveraged positions stand above those of a quiet market, as a part of these; at least 0. */
    double crowding() {
        return Math.max(0, openInterest / quietOpenInterest - 1);
    }

    double price() {
        return price;
    }

    double openInterest() {
        return openInterest;
    }

    /** Base units closed by force in the last second. */
    double liquidated() {
        return liquidated;
    }

    double halfSpread() {
        return price * QUIET_HALF_SPREAD * (1 + 7 * stress);
    }

    /** Of the usual depth of the book, 0 to 1. */
    double depth() {
        return 1 / (1 + 5 * stress + 0.4 * hush);
    }

    double markPrice() {
        return price * (1 + premium * 0.5);
    }

    double indexPrice() {
        return price * (1 - premium * 0.5);
    }

    /** Of one interval: the premium, pulled to the interest by a clamp (venues' own documents). */
    double fundingRate() {
        double rate = premium + Math.max(-CLAMP, Math.min(CLAMP, INTEREST - premium));
        return Math.max(-FUNDING_CAP, Math.min(FUNDING_CAP, rate));
    }

    /** Share of takers that buy, 0 to 1. */
    double buyerShare() {
        return Math.max(0.02, Math.min(0.98, buyerShare + 400 * lastReturn * 0.3));
    }

    /** How busy the market is, against a quiet one. */
    double activity() {
        return activity;
    }
}
