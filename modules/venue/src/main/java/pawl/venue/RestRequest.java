package pawl.venue;

import io.vertx.core.MultiMap;
import java.util.Locale;

/** What is asked for. */
record RestRequest(String path, MultiMap parameters) {
    /** In capitals; empty when none is named. */
    String symbol() {
        return text("symbol").toUpperCase(Locale.ROOT);
    }

    String text(String name) {
        String value = parameters.get(name);
        return value == null ? "" : value;
    }

    /** What is no number counts as not given. */
    long number(String name, long otherwise) {
        String text = text(name);
        boolean isNumber =
                !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(Character::isDigit);
        return isNumber ? Long.parseLong(text) : otherwise;
    }

    /** How many rows at most. */
    int limit(int otherwise) {
        return Math.clamp(number("limit", otherwise), 1, 1_000);
    }

    /** Of its address's budget. */
    int weight() {
        return switch (path) {
            case "/fapi/v1/aggTrades" -> 20;
            case "/fapi/v1/premiumIndex" -> symbol().isEmpty() ? 10 : 1;
            default -> 1;
        };
    }
}
