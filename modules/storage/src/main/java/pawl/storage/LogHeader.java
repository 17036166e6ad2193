package pawl.storage;

import java.util.Optional;
import pawl.api.decimal.Decimals;
import pawl.api.token.Token;

/**
 * The first {@value #HEADER_BYTES} bytes of a log: whose it is, of which day, how to read its numbers, and what made it. The same
 * run gives the same header wherever and whenever it runs.
 *
 * @param tokenName empty for a tick log
 * @param epochDay the UTC day of the ticks in it, counted from 1970-01-01
 * @param priceExponent of prices of trades and quotes; exponents are 0 in a tick log
 * @param quantityExponent of quantities and open interest
 * @param markExponent of mark, index and liquidation prices
 * @param fundingRateExponent of funding rates
 */
public record LogHeader(
        FormatVersion version,
        LogKind kind,
        String tokenName,
        long epochDay,
        int priceExponent,
        int quantityExponent,
        int markExponent,
        int fundingRateExponent,
        LogIdentity identity) {

    public static final int HEADER_BYTES = 4096;

    /** @throws IllegalArgumentException when a number is out of range, or a token's log names no token */
    public LogHeader {
        Decimals.requireExponent(priceExponent);
        Decimals.requireExponent(quantityExponent);
        Decimals.requireExponent(markExponent);
        Decimals.requireExponent(fundingRateExponent);
        StoreNameParser.requireDay(epochDay);
        if (tokenName.isEmpty() != (kind == LogKind.TICK)) {
            throw new IllegalArgumentException("a " + kind + " log of token \"" + tokenName + "\"");
        }
    }

    static LogHeader ofToken(FormatVersion version, Token token, long epochDay, LogIdentity identity) {
        return new LogHeader(
                version,
                LogKind.TOKEN,
                token.name(),
                epochDay,
                token.priceExponent(),
                token.quantityExponent(),
                token.markExponent(),
                Token.FUNDING_RATE_EXPONENT,
                identity);
    }

    static LogHeader ofTicks(FormatVersion version, long epochDay, LogIdentity identity) {
        return new LogHeader(version, LogKind.TICK, "", epochDay, 0, 0, 0, 0, identity);
    }

    /** In what this header differs from another, versions aside; empty where they say the same. */
    Optional<String> differenceFrom(LogHeader other) {
        if (kind != other.kind || !tokenName.equals(other.tokenName) || epochDay != other.epochDay) {
            return Optional.of("it is " + whose() + ", and " + other.whose() + " was expected");
        }
        if (!exponents().equals(other.exponents())) {
            return Optional.of("its exponents are " + exponents() + ", and " + other.exponents() + " were expected");
        }
        if (!identity.configurationSha256().equals(other.identity.configurationSha256())) {
            return Optional.of("it was written under configuration " + identity.configurationSha256() + ", and "
                    + other.identity.configurationSha256() + " is in force");
        }
        if (!identity.plugins().equals(other.identity.plugins())) {
            return Optional.of("it was written with plugins " + identity.plugins() + ", and now there are "
                    + other.identity.plugins());
        }
        if (identity.isSynthetic() != other.identity.isSynthetic()) {
            return Optional.of("its inputs were " + inputs(identity) + ", and these are " + inputs(other.identity));
        }
        return Optional.empty();
    }

    private static String inputs(LogIdentity identity) {
        return identity.isSynthetic() ? "synthetic, made by a market model" : "recorded";
    }

    private String whose() {
        return (kind == LogKind.TOKEN ? "the log of token " + tokenName : "the tick log") + " of day " + epochDay;
    }

    private String exponents() {
        return priceExponent + ", " + quantityExponent + ", " + markExponent + ", " + fundingRateExponent;
    }
}
