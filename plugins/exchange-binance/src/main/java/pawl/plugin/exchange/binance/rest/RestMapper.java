package pawl.plugin.exchange.binance.rest;

import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import pawl.api.exchange.FrameRefusedException;

/** From the venue's fields to the engine's numbers: which field means what, and in which unit. */
@Mapper
public interface RestMapper {
    /** The mapper. */
    static RestMapper create() {
        return new RestMapperImpl();
    }

    /** @throws FrameRefusedException when a field is missing or no number of its range */
    @Mapping(target = "exchangeTimeMs", source = "time", qualifiedByName = "time")
    @Mapping(target = "openInterestMantissa", source = "openInterest", qualifiedByName = "openInterest")
    OpenInterestReading openInterest(OpenInterestBody body, @Context RestNumbers numbers) throws FrameRefusedException;

    /** @throws FrameRefusedException when a field is missing or no number of its range */
    @Mapping(target = "exchangeTimeMs", source = "time", qualifiedByName = "time")
    @Mapping(target = "markPriceMantissa", source = "markPrice", qualifiedByName = "markPrice")
    @Mapping(target = "indexPriceMantissa", source = "indexPrice", qualifiedByName = "indexPrice")
    @Mapping(target = "fundingRateMantissa", source = "lastFundingRate", qualifiedByName = "lastFundingRate")
    @Mapping(target = "nextFundingTimeMs", source = "nextFundingTime", qualifiedByName = "nextFundingTime")
    MarkPriceReading markPrice(PremiumIndexBody body, @Context RestNumbers numbers) throws FrameRefusedException;

    /** @throws FrameRefusedException when a field is missing or no number of its range */
    @Mapping(target = "exchangeTimeMs", source = "time", qualifiedByName = "time")
    @Mapping(target = "fundingRateMantissa", source = "lastFundingRate", qualifiedByName = "lastFundingRate")
    @Mapping(target = "fundingTimeMs", source = "nextFundingTime", qualifiedByName = "nextFundingTime")
    FundingReading estimatedFunding(PremiumIndexBody body, @Context RestNumbers numbers) throws FrameRefusedException;

    /** @throws FrameRefusedException when a field is missing or no number of its range */
    @Mapping(target = "exchangeTimeMs", source = "fundingTime", qualifiedByName = "fundingTime")
    @Mapping(target = "fundingRateMantissa", source = "fundingRate", qualifiedByName = "fundingRate")
    @Mapping(target = "fundingTimeMs", source = "fundingTime", qualifiedByName = "fundingTime")
    FundingReading settledFunding(FundingRateBody body, @Context RestNumbers numbers) throws FrameRefusedException;

    /** @throws FrameRefusedException when a field is missing or no number of its range */
    @Mapping(target = "exchangeTimeMs", source = "T", qualifiedByName = "tradeTime")
    @Mapping(target = "firstTradeId", source = "f", qualifiedByName = "firstTradeId")
    @Mapping(target = "lastTradeId", source = "l", qualifiedByName = "lastTradeId")
    @Mapping(target = "aggregateId", source = "a", qualifiedByName = "aggregateId")
    @Mapping(target = "priceMantissa", source = "p", qualifiedByName = "tradedPrice")
    @Mapping(target = "quantityMantissa", source = "q", qualifiedByName = "tradedQuantity")
    MissedTradeReading missedTrade(MissedTradesBody.MissedTrade trade, @Context RestNumbers numbers)
            throws FrameRefusedException;

    @Named("tradeTime")
    default long tradeTime(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.whole("T", text);
    }

    @Named("firstTradeId")
    default long firstTradeId(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.whole("f", text);
    }

    @Named("lastTradeId")
    default long lastTradeId(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.whole("l", text);
    }

    @Named("aggregateId")
    default long aggregateId(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.whole("a", text);
    }

    @Named("tradedPrice")
    default long tradedPrice(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.tradedPrice("p", text);
    }

    @Named("tradedQuantity")
    default long tradedQuantity(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.tradedQuantity("q", text);
    }

    @Named("time")
    default long time(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.whole("time", text);
    }

    @Named("openInterest")
    default long openInterest(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.quantity("openInterest", text);
    }

    @Named("markPrice")
    default long markPrice(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.markPrice("markPrice", text);
    }

    @Named("indexPrice")
    default long indexPrice(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return text.isEmpty() ? 0 : numbers.markPrice("indexPrice", text);
    }

    @Named("lastFundingRate")
    default long lastFundingRate(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return text.isEmpty() ? 0 : numbers.fundingRate("lastFundingRate", text);
    }

    @Named("nextFundingTime")
    default long nextFundingTime(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return text.isEmpty() ? 0 : numbers.whole("nextFundingTime", text);
    }

    @Named("fundingRate")
    default long fundingRate(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.fundingRate("fundingRate", text);
    }

    @Named("fundingTime")
    default long fundingTime(String text, @Context RestNumbers numbers) throws FrameRefusedException {
        return numbers.whole("fundingTime", text);
    }
}
