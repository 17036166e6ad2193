package pawl.venue;

import java.util.Locale;

/**
 * A stream as clients and envelopes name it.
 *
 * @param symbol in capitals; empty for a stream of all symbols
 * @param topic the name without a mark price's speed: frames and subscriptions of one topic belong together
 */
record StreamName(String name, String symbol, String topic, Route route) {
    static StreamName of(String name) {
        int at = name.indexOf('@');
        boolean isOfAll = name.startsWith("!");
        String symbol = isOfAll || at < 0 ? "" : name.substring(0, at).toUpperCase(Locale.ROOT);
        String channel = isOfAll ? name.substring(1) : name.substring(at + 1);
        return new StreamName(name, symbol, topic(name, channel), route(channel));
    }

    boolean isTrades() {
        return name.endsWith("@aggTrade");
    }

    boolean isMarkPrice() {
        return topic.endsWith("@markPrice") || topic.startsWith("!markPrice");
    }

    /** Whether it can be one: other people's clients number their sockets behind {@code /ws/}. */
    boolean isWellFormed() {
        return name.indexOf('@') > 0 || name.startsWith("!");
    }

    private static String topic(String name, String channel) {
        boolean hasSpeed = channel.startsWith("markPrice") && (name.endsWith("@1s") || name.endsWith("@3s"));
        return hasSpeed ? name.substring(0, name.length() - 3) : name;
    }

    private static Route route(String channel) {
        boolean isOfBook = channel.startsWith("bookTicker")
                || channel.startsWith("depth")
                || channel.startsWith("rpiDepth")
                || channel.equals("trade"); // undocumented, and there
        return isOfBook ? Route.PUBLIC : Route.MARKET;
    }
}
