package pawl.capture;

import pawl.api.decimal.DecimalException;
import pawl.api.decimal.DecimalReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** One JSON line of cryptofeed's raw collection, parsed. Reused from line to line. */
final class CryptofeedLine {
    /** What a line is about, by its field {@code t}. */
    enum Type {
        /** A message or a poll's answer: a frame. */
        FRAME,
        /** A header, a connection opened, a message sent: nothing an exchange said. */
        NO_FRAME,
        /** A value of {@code t} not known here. */
        UNKNOWN
    }

    private static final int NS_EXPONENT = -9;
    private static final int MOST_STAMP_CHARACTERS = 64;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE) // lines are bounded already
                    .build())
            .build();
    private final DecimalReader decimals = new DecimalReader();
    private final byte[] stampText = new byte[MOST_STAMP_CHARACTERS];
    private final Utf8Buffer data = new Utf8Buffer();
    private String type = "";
    private String connection = "";
    private long arrivalNs;
    private boolean hasStamp;
    private boolean hasData;

    /** Whether the bytes, which may be the start of a line only, are of a line that this class knows. */
    boolean recognises(byte[] bytes, int offset, int length) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("t")) {
                    return value == JsonToken.VALUE_STRING && typeOf(parser.getString()) != Type.UNKNOWN;
                }
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException e) {
            return false;
        }
    }

    /**
     * @throws MalformedLineException when the line is not one whole JSON object, or is a frame that lacks stamp or data
     */
    void parse(byte[] bytes, int offset, int length) throws MalformedLineException {
        type = "";
        connection = "";
        hasStamp = false;
        hasData = false;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedLineException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                take(parser, name, value);
            }
            if (parser.nextToken() != null) {
                throw new MalformedLineException("something follows the JSON object");
            }
        } catch (JacksonException e) {
            throw new MalformedLineException("not JSON: " + e.getOriginalMessage());
        }
    }

    private void take(JsonParser parser, String name, JsonToken value) throws MalformedLineException {
        boolean isText = value == JsonToken.VALUE_STRING;
        switch (name) {
            case "t" -> type = isText ? parser.getString() : "";
            case "conn" -> connection = isText ? parser.getString() : "";
            case "ts" -> {
                if (value == JsonToken.VALUE_NUMBER_FLOAT || value == JsonToken.VALUE_NUMBER_INT) {
                    takeStamp(parser);
                }
            }
            case "data" -> {
                if (isText) {
                    hasData = true;
                    takeData(parser);
                }
            }
            default -> {
                // of no use here
            }
        }
        if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
            parser.skipChildren();
        }
    }

    /** From the decimal text, because a binary64 of today's seconds is good to a quarter of a microsecond only. */
    private void takeStamp(JsonParser parser) throws MalformedLineException {
        char[] characters = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        int length = Math.min(parser.getStringLength(), MOST_STAMP_CHARACTERS);
        for (int i = 0; i < length; i++) {
            stampText[i] = (byte) characters[offset + i];
        }
        try {
            arrivalNs = decimals.rounded(stampText, 0, length, NS_EXPONENT);
        } catch (DecimalException e) {
            throw new MalformedLineException("ts: " + e.getMessage());
        }
        if (arrivalNs < 0) {
            throw new MalformedLineException("ts lies before 1970");
        }
        hasStamp = true;
    }

    private void takeData(JsonParser parser) throws MalformedLineException {
        char[] characters = parser.getStringCharacters();
        if (!data.set(characters, parser.getStringOffset(), parser.getStringLength())) {
            throw new MalformedLineException("data holds half a surrogate pair");
        }
    }

    Type type() {
        return typeOf(type);
    }

    private static Type typeOf(String type) {
        return switch (type) {
            case "recv", "http" -> Type.FRAME;
            case "header", "connect", "send" -> Type.NO_FRAME;
            default -> Type.UNKNOWN;
        };
    }

    /** Whether the line, of type FRAME, has what makes it one; an answer to a poll may lack it. */
    boolean hasStampAndData() {
        return hasStamp && hasData;
    }

    /** Whether the line is a message of a stream, which always has a stamp and data. */
    boolean isMessage() {
        return type.equals("recv");
    }

    /** The connection's name, or the empty text. */
    String connection() {
        return connection;
    }

    /** Since the epoch; a stamp finer than that is rounded half-even. */
    long arrivalNs() {
        return arrivalNs;
    }

    byte[] dataBytes() {
        return data.bytes();
    }

    int dataLength() {
        return data.length();
    }
}
