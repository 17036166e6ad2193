package pawl.kernel.simulate;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.MarketModel;
import pawl.kernel.contract.PawlException;

/** Two venues that speak to toys: trades, quotes and liquidations of three tokens, a few a second, and minutes in which takers buy. */
final class ToyMarket implements MarketModel {
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final String[][] SYMBOLS = {{"AAA", "BBB", "CCC"}, {"aaa", "bbb"}};

    @Override
    public FrameSource frames(Order order) {
        return frames -> play(order, frames);
    }

    private static void play(Order order, FrameSource.Frames frames) throws PawlException {
        SplittableRandom random = new SplittableRandom(order.seed());
        long id = 100;
        int buyPercent = 50;
        for (int second = 0; second < order.seconds(); second++) {
            buyPercent = random.nextInt(20) == 0 ? random.nextInt(3) * 45 + 5 : buyPercent;
            long secondNs = (order.firstSecond() + second) * NS_PER_SECOND;
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                int venue = random.nextInt(2);
                long atNs = secondNs + i * NS_PER_SECOND / 4 + random.nextInt(200_000_000);
                String symbol = SYMBOLS[venue][random.nextInt(SYMBOLS[venue].length)];
                byte[] bytes =
                        text(random, symbol, atNs / 1_000_000, ++id, buyPercent).getBytes(StandardCharsets.UTF_8);
                frames.frame(order.venues().get(venue).name() + "/toy", atNs, bytes, 0, bytes.length);
            }
        }
    }

    private static String text(SplittableRandom random, String symbol, long timeMs, long id, int buyPercent) {
        String head = symbol + " " + timeMs + " ";
        String price = "10." + random.nextInt(10, 100);
        return switch (random.nextInt(8)) {
            case 0 -> "L " + head + price + " 2";
            case 1 -> "Q " + head + id + " " + price + " 1 " + price + " 1.5";
            default -> "T " + head + id + " " + price + " 0.5 " + (random.nextInt(100) < buyPercent ? "B" : "S");
        };
    }
}
