package pawl.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A synthetic market: the same frames for the same name, number of tokens, seed and hours, on every machine. Playing it keeps a few
 * kilobytes for each token.
 */
public final class Scenario {
    /** 2026-07-19T16:00:00Z, in seconds since the epoch: three hours before the final that the shipped calendars name. */
    public static final long FIRST_SECOND = 1_784_476_800L;

    private static final long MS_PER_SECOND = 1_000;
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final double LARGEST_LAG_SECONDS = 240;
    private static final double UNKNOWN_PRICE = 1;
    private static final double UNKNOWN_OPEN_INTEREST_QUOTE = 1e6;

    private final ScenarioDescription description;
    private final Script script;
    private final List<String> symbols;
    private final long seed;
    private final long firstSecond;
    private final int seconds;

    Scenario(
            ScenarioDescription description,
            Script script,
            List<String> symbols,
            long seed,
            long firstSecond,
            int seconds) {
        this.description = description;
        this.script = script;
        this.symbols = List.copyOf(symbols);
        this.seed = seed;
        this.firstSecond = firstSecond;
        this.seconds = seconds;
    }

    public ScenarioDescription description() {
        return description;
    }

    /** The venue's symbols, such as CHZUSDT. */
    public List<String> symbols() {
        return symbols;
    }

    /** What it is, for whoever sees its frames: the second part of the names of its feeds. */
    public String label() {
        return "synthetic: " + description.name() + ", " + symbols.size() + " tokens, seed " + seed + ", "
                + seconds / 3_600 + " h";
    }

    /** Hands over all frames, in order of arrival. */
    public <E extends Exception> void play(ScenarioFrames<E> frames) throws E {
        PendingFrames pending = new PendingFrames();
        List<TokenMarket> markets = new ArrayList<>();
        List<TokenFeed> feeds = new ArrayList<>();
        for (int token = 0; token < symbols.size(); token++) {
            SplittableRandom ofToken = new SplittableRandom(seed * 1_000_003 + token);
            TokenMarket market = market(token, ofToken);
            markets.add(market);
            feeds.add(new TokenFeed(
                    "binance/" + label(), symbols.get(token), market, ofToken, pending, script.venueClockAheadMs()));
        }
        for (int second = 0; second < seconds; second++) {
            long startMs = (firstSecond + second) * MS_PER_SECOND;
            for (int token = 0; token < symbols.size(); token++) {
                markets.get(token).step(second);
                if (!isDelisted(token, second)) {
                    feeds.get(token).second(second, startMs);
                }
            }
            if (script.isSilent(second)) {
                pending.lose();
            }
            pending.arrive((firstSecond + second + 1) * NS_PER_SECOND, frames);
        }
        pending.arrive(Long.MAX_VALUE, frames);
    }

    private boolean isDelisted(int token, int second) {
        return token == symbols.size() - 1 && second >= script.delistedAtSecond();
    }

    private TokenMarket market(int token, SplittableRandom random) {
        double price =
                FanToken.ofSymbol(symbols.get(token)).map(FanToken::price).orElse(UNKNOWN_PRICE);
        double openInterestQuote = FanToken.ofSymbol(symbols.get(token))
                .map(FanToken::openInterestQuote)
                .orElse(UNKNOWN_OPEN_INTEREST_QUOTE);
        double strength = token < 2 ? 1 : 0.75 + 0.45 * random.nextDouble();
        double lag = token == 0 ? 0 : LARGEST_LAG_SECONDS * random.nextDouble();
        return new TokenMarket(script, random, price, openInterestQuote / price, strength, lag);
    }
}
