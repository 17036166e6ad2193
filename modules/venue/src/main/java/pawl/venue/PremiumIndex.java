package pawl.venue;

import tools.jackson.databind.JsonNode;

/** Mark price and funding of a symbol, in the words of the source. */
record PremiumIndex(
        String markPrice,
        String indexPrice,
        String estimatedSettlePrice,
        String lastFundingRate,
        long nextFundingTimeMs,
        long timeMs) {
    private static final byte[] MARK_PRICE = JsonScan.key("p");
    private static final byte[] INDEX_PRICE = JsonScan.key("i");
    private static final byte[] SETTLE_PRICE = JsonScan.key("P");
    private static final byte[] RATE = JsonScan.key("r");
    private static final byte[] NEXT_FUNDING = JsonScan.key("T");
    private static final byte[] TIME = JsonScan.key("E");

    static PremiumIndex of(StreamFrame frame) {
        byte[] bytes = frame.bytes();
        int from = frame.dataStart();
        int to = frame.dataEnd();
        return new PremiumIndex(
                JsonScan.string(bytes, from, to, MARK_PRICE),
                JsonScan.string(bytes, from, to, INDEX_PRICE),
                JsonScan.string(bytes, from, to, SETTLE_PRICE),
                JsonScan.string(bytes, from, to, RATE),
                JsonScan.number(bytes, from, to, NEXT_FUNDING, 0),
                JsonScan.number(bytes, from, to, TIME, 0));
    }

    static PremiumIndex of(JsonNode body) {
        return new PremiumIndex(
                body.path("markPrice").asString(""),
                body.path("indexPrice").asString(""),
                body.path("estimatedSettlePrice").asString(""),
                body.path("lastFundingRate").asString(""),
                body.path("nextFundingTime").asLong(0),
                body.path("time").asLong(0));
    }
}
