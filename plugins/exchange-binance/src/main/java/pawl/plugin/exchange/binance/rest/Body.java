package pawl.plugin.exchange.binance.rest;

import java.util.Objects;

/**
 * An object of a REST body with the venue's own field names, values as their text. A field that is absent or null is an empty
 * text.
 */
public sealed interface Body permits OpenInterestBody, PremiumIndexBody, FundingRateBody, MissedTradesBody {
    String symbol();

    /** What Jackson passes for a field, which is null when the field is absent. */
    static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
