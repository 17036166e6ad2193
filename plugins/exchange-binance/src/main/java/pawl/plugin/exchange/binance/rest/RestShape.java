package pawl.plugin.exchange.binance.rest;

import java.util.Optional;

/**
 * What a REST body is. That is told by the names of its fields, or of its first row's, since a frame does not say which request it
 * answers.
 */
enum RestShape {
    OPEN_INTEREST("openInterest"),
    PREMIUM_INDEX("premiumIndex"),
    FUNDING_RATE("fundingRate"),
    MISSED_TRADES("backfill"),
    DEPTH_SNAPSHOT("depthSnapshot"),
    EXCHANGE_INFO("exchangeInfo"),
    FUNDING_INFO("fundingInfo"),
    OPEN_INTEREST_HISTORY("openInterestHist"),
    TRADES("restTrades"),
    AGGREGATE_TRADES("restAggTrades"),
    BOOK_TICKER("restBookTicker"),
    /** The answer to a subscription. It is no proof that data will follow. */
    ACKNOWLEDGEMENT("ack"),
    VENUE_ERROR("venueError");

    private final String label;

    RestShape(String label) {
        this.label = label;
    }

    /** How refusals name the body, and why it is ignored where it is of no use. */
    String label() {
        return label;
    }

    /** The shape that a field of that name tells, where it tells one. */
    static Optional<RestShape> withField(String name) {
        return switch (name) {
            case "openInterest" -> Optional.of(OPEN_INTEREST);
            case "markPrice", "indexPrice", "lastFundingRate", "nextFundingTime" -> Optional.of(PREMIUM_INDEX);
            case "fundingRate", "fundingTime" -> Optional.of(FUNDING_RATE);
            case "backfill" -> Optional.of(MISSED_TRADES);
            case "lastUpdateId" -> Optional.of(DEPTH_SNAPSHOT);
            case "rateLimits", "exchangeFilters", "symbols" -> Optional.of(EXCHANGE_INFO);
            case "fundingIntervalHours", "adjustedFundingRateCap" -> Optional.of(FUNDING_INFO);
            case "sumOpenInterest" -> Optional.of(OPEN_INTEREST_HISTORY);
            case "isBuyerMaker" -> Optional.of(TRADES);
            case "f", "l" -> Optional.of(AGGREGATE_TRADES);
            case "bidPrice", "askPrice" -> Optional.of(BOOK_TICKER);
            case "result" -> Optional.of(ACKNOWLEDGEMENT);
            case "code", "error" -> Optional.of(VENUE_ERROR);
            default -> Optional.empty();
        };
    }
}
