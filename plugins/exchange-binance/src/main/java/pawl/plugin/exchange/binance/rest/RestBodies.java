package pawl.plugin.exchange.binance.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads REST bodies, which come a few times a second at most, through Jackson into records. */
public final class RestBodies<C> {
    /** Why an array without a row is of no use. */
    static final String EMPTY = "empty";

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .build();
    private final RestHandler<C> handler;

    public RestBodies(RestHandler<C> handler) {
        this.handler = handler;
    }

    /**
     * Hands the meaning of the body to the handler.
     *
     * @param frameStart where the frame starts that holds the body, from which a refusal counts
     * @throws FrameRefusedException when the body is not JSON, has no known shape, or lacks a field
     */
    public void read(byte[] bytes, int frameStart, int from, int to, C target) throws FrameRefusedException {
        int bodyOffset = from - frameStart;
        try {
            Optional<RestShape> shape = shape(bytes, from, to);
            if (shape.isPresent()) {
                readAs(shape.get(), new Slice(bytes, from, to, bodyOffset), target);
            } else if (isEmptyArray(bytes, from, to)) {
                handler.ignored(EMPTY, target);
            } else {
                throw new FrameRefusedException(
                        Reason.MISSING_FIELD,
                        bodyOffset,
                        "neither a stream's message nor a known REST body: no field names its kind");
            }
        } catch (StreamReadException fault) {
            throw new FrameRefusedException(
                    Reason.MALFORMED, bodyOffset + offset(fault), "REST body: " + fault.getOriginalMessage());
        } catch (JacksonException fault) {
            throw new FrameRefusedException(
                    Reason.BAD_VALUE, bodyOffset + offset(fault), "REST body: " + fault.getOriginalMessage());
        }
    }

    /** The shape told by the body's own fields, or by those of its first row. */
    private Optional<RestShape> shape(byte[] bytes, int from, int to) {
        try (JsonParser parser = mapper.createParser(bytes, from, to - from)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            if (token != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                Optional<RestShape> shape = RestShape.withField(name);
                if (shape.isPresent()) {
                    return shape;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return Optional.empty();
        }
    }

    private boolean isEmptyArray(byte[] bytes, int from, int to) {
        try (JsonParser parser = mapper.createParser(bytes, from, to - from)) {
            return parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.END_ARRAY;
        }
    }

    private void readAs(RestShape shape, Slice body, C target) throws FrameRefusedException {
        switch (shape) {
            case OPEN_INTEREST -> handler.openInterest(rows(body, shape, OpenInterestBody.class), target);
            case PREMIUM_INDEX -> handler.premiumIndex(rows(body, shape, PremiumIndexBody.class), target);
            case FUNDING_RATE -> handler.fundingRate(rows(body, shape, FundingRateBody.class), target);
            case MISSED_TRADES -> handler.missedTrades(rows(body, shape, MissedTradesBody.class), target);
            case DEPTH_SNAPSHOT,
                    EXCHANGE_INFO,
                    FUNDING_INFO,
                    OPEN_INTEREST_HISTORY,
                    TRADES,
                    AGGREGATE_TRADES,
                    BOOK_TICKER,
                    ACKNOWLEDGEMENT,
                    VENUE_ERROR -> handler.ignored(shape.label(), target);
        }
    }

    private <T extends Body> List<Row<T>> rows(Slice body, RestShape shape, Class<T> type)
            throws FrameRefusedException {
        List<Row<T>> rows = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(body.bytes, body.from, body.to - body.from)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token != null && token != JsonToken.END_ARRAY) {
                int offset = body.offset + (int) parser.currentTokenLocation().getByteOffset();
                T row = parser.readValueAs(type);
                if (row == null || row.symbol().isEmpty()) {
                    throw new FrameRefusedException(
                            Reason.MISSING_FIELD, offset, shape.label() + ": there is no field \"symbol\"");
                }
                rows.add(new Row<>(row, offset));
                token = parser.nextToken();
            }
        }
        return rows;
    }

    private static int offset(JacksonException fault) {
        return fault.getLocation() == null
                ? 0
                : (int) Math.max(0, fault.getLocation().getByteOffset());
    }

    /** A body inside a frame's array, and where it stands in the frame. */
    private static final class Slice {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private final int offset;

        Slice(byte[] bytes, int from, int to, int offset) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            this.offset = offset;
        }
    }
}
