package pawl.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import pawl.kernel.CaptureTools;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.PawlException;

/**
 * Writes a market of many symbols at a steady rate, as a capture for {@code pawl venue --serve} and a configuration for {@code pawl run --at}:
 * each second a mark price of every symbol, and of the rest one frame in eight a trade and the others quotes.
 *
 * <p>{@code java … pawl.benchmark.BurstMarket FOLDER SYMBOLS FRAMES_PER_SECOND SECONDS}
 */
public final class BurstMarket {
    private static final long FIRST_MS = 1_784_476_800_000L;
    private static final int TRADE_EVERY = 8;

    private final int symbols;
    private final int framesPerSecond;
    private final int seconds;
    private final SplittableRandom random = new SplittableRandom(7);
    private final long[] aggregates;
    private long updateId = 10_000_000_000_000L;

    private BurstMarket(int symbols, int framesPerSecond, int seconds) {
        this.symbols = symbols;
        this.framesPerSecond = framesPerSecond;
        this.seconds = seconds;
        aggregates = new long[symbols];
    }

    public static void main(String[] arguments) throws IOException, PawlException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        BurstMarket market = new BurstMarket(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        Files.writeString(
                Files.createDirectories(folder.resolve("config")).resolve("pawl.yaml"), market.configuration());
        System.out.println(CaptureTools.record(market::play, folder.resolve("burst.pawlcap")));
    }

    private String configuration() {
        StringBuilder yaml = new StringBuilder("""
                version: 1
                venues:
                  - {name: binance, adapter: exchange-binance}
                tiers:
                  - {name: thin, thresholdMultiplier: 1, memberWeight: 1}
                defaultTier: thin
                features: {plugin: feature-standard}
                tierPolicy: {plugin: tier-static}
                storage: {plugin: storage-file}
                tokens:
                """);
        for (int symbol = 0; symbol < symbols; symbol++) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "  - {name: T%03d, priceExponent: -5, quantityExponent: 0, instruments: {binance: T%03dUSDT}}%n",
                    symbol,
                    symbol));
        }
        return yaml.toString();
    }

    private void play(FrameSource.Frames frames) throws PawlException {
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < framesPerSecond; i++) {
                long arrivalNs = (FIRST_MS + second * 1_000L) * 1_000_000 + 1_000_000_000L * i / framesPerSecond;
                // Mark prices are spread over the second.
                boolean isMark = (long) i * symbols / framesPerSecond != (long) (i + 1) * symbols / framesPerSecond;
                int symbol = isMark ? (int) ((long) i * symbols / framesPerSecond) : random.nextInt(symbols);
                String text = isMark ? mark(symbol, arrivalNs / 1_000_000) : other(symbol, arrivalNs / 1_000_000, i);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                boolean isQuote = text.contains("@bookTicker");
                frames.frame(
                        "binance/synthetic: burst/" + (isQuote ? "public" : "market"),
                        arrivalNs,
                        bytes,
                        0,
                        bytes.length);
            }
        }
    }

    private String mark(int symbol, long timeMs) {
        return String.format(
                Locale.ROOT,
                "{\"stream\":\"t%03dusdt@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":%d,\"s\":\"T%03dUSDT\","
                        + "\"p\":\"0.07100000\",\"ap\":\"0.07100000\",\"P\":\"0.07100000\",\"i\":\"0.07100000\","
                        + "\"r\":\"0.00010000\",\"T\":%d,\"st\":1}}",
                symbol,
                timeMs,
                symbol,
                FIRST_MS + 28_800_000);
    }

    private String other(int symbol, long timeMs, int i) {
        if (i % TRADE_EVERY != 0) {
            long id = updateId += 1 + random.nextInt(50);
            return String.format(
                    Locale.ROOT,
                    "{\"stream\":\"t%03dusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":%d,\"s\":\"T%03dUSDT\","
                            + "\"ps\":\"T%03dUSDT\",\"b\":\"0.07%03d\",\"B\":\"%d\",\"a\":\"0.07%03d\",\"A\":\"%d\","
                            + "\"T\":%d,\"E\":%d,\"st\":1}}",
                    symbol,
                    id,
                    symbol,
                    symbol,
                    random.nextInt(500),
                    1 + random.nextInt(20_000),
                    500 + random.nextInt(500),
                    1 + random.nextInt(20_000),
                    timeMs,
                    timeMs);
        }
        long id = ++aggregates[symbol];
        return String.format(
                Locale.ROOT,
                "{\"stream\":\"t%03dusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":%d,\"a\":%d,\"s\":\"T%03dUSDT\","
                        + "\"p\":\"0.07%03d\",\"q\":\"%d\",\"nq\":\"1\",\"f\":%d,\"l\":%d,\"T\":%d,\"m\":%b,\"st\":1}}",
                symbol,
                timeMs,
                id,
                symbol,
                random.nextInt(1_000),
                1 + random.nextInt(5_000),
                id,
                id,
                timeMs,
                random.nextBoolean());
    }
}
