package pawl.feature;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import pawl.api.token.Token;

/** What a candle says, as a value in decimal numbers; and the same worked out naively from trades. */
record CandleValue(
        long openTimeMs,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        BigDecimal notional,
        BigDecimal takerBuyVolume,
        long tradeCount) {

    static CandleValue of(Candle candle, Token token) {
        return new CandleValue(
                candle.openTimeMs(),
                price(token, candle.openMantissa()),
                price(token, candle.highMantissa()),
                price(token, candle.lowMantissa()),
                price(token, candle.closeMantissa()),
                quantity(token, candle.volumeMantissa()),
                new BigDecimal(candle.notionalText(token)).setScale(-token.priceExponent() - token.quantityExponent()),
                quantity(token, candle.takerBuyVolumeMantissa()),
                candle.tradeCount());
    }

    /** @param trades of one bucket, at least one */
    static CandleValue ofTrades(long openTimeMs, List<Trade> trades, Token token) {
        List<BigDecimal> prices = trades.stream()
                .map(trade -> price(token, trade.priceMantissa()))
                .toList();
        BigDecimal notional = trades.stream()
                .map(trade -> price(token, trade.priceMantissa()).multiply(quantity(token, trade.quantityMantissa())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CandleValue(
                openTimeMs,
                prices.getFirst(),
                prices.stream().max(Comparator.naturalOrder()).orElseThrow(),
                prices.stream().min(Comparator.naturalOrder()).orElseThrow(),
                prices.getLast(),
                volume(trades, token, trade -> true),
                notional.setScale(-token.priceExponent() - token.quantityExponent()),
                volume(trades, token, trade -> !trade.takerSold()),
                trades.stream()
                        .mapToLong(trade -> trade.lastTradeId() - trade.firstTradeId() + 1)
                        .sum());
    }

    private static BigDecimal volume(List<Trade> trades, Token token, Predicate<Trade> counts) {
        return trades.stream()
                .filter(counts)
                .map(trade -> quantity(token, trade.quantityMantissa()))
                .reduce(quantity(token, 0), BigDecimal::add);
    }

    private static BigDecimal price(Token token, long mantissa) {
        return BigDecimal.valueOf(mantissa, -token.priceExponent());
    }

    private static BigDecimal quantity(Token token, long mantissa) {
        return BigDecimal.valueOf(mantissa, -token.quantityExponent());
    }
}
