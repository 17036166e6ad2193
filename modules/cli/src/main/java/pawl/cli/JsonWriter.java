package pawl.cli;

import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON objects, a line each, their properties in the order of the calls. Numbers never have an exponent. */
final class JsonWriter implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .rootValueSeparator("")
            .build();

    private final JsonGenerator generator;

    JsonWriter(Writer target) {
        this.generator = FACTORY.createGenerator(ObjectWriteContext.empty(), target);
    }

    /** Opens an object of its own or the next one of an array. */
    void beginObject() {
        generator.writeStartObject();
    }

    void beginObject(String name) {
        generator.writeName(name);
        generator.writeStartObject();
    }

    /** Closes the innermost object, and the line where that was the whole one. */
    void endObject() {
        generator.writeEndObject();
        if (generator.streamWriteContext().inRoot()) {
            generator.writeRaw('\n');
        }
    }

    void beginArray(String name) {
        generator.writeName(name);
        generator.writeStartArray();
    }

    void endArray() {
        generator.writeEndArray();
    }

    void property(String name, String value) {
        generator.writeStringProperty(name, value);
    }

    void property(String name, long value) {
        generator.writeNumberProperty(name, value);
    }

    void property(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
    }

    /** {@code null} where there is none. */
    void property(String name, OptionalLong value) {
        if (value.isPresent()) {
            property(name, value.getAsLong());
        } else {
            generator.writeNullProperty(name);
        }
    }

    /** {@code null} where there is none. */
    void property(String name, Optional<String> value) {
        if (value.isPresent()) {
            property(name, value.get());
        } else {
            generator.writeNullProperty(name);
        }
    }

    /** Rounded half-even to that many decimals. */
    void property(String name, double value, int decimals) {
        generator.writeName(name);
        generator.writeNumber(BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    void texts(String name, List<String> texts) {
        beginArray(name);
        texts.forEach(generator::writeString);
        endArray();
    }

    void counts(String name, Map<String, Long> counts) {
        beginObject(name);
        counts.forEach(this::property);
        endObject();
    }

    /** A number in the fewest digits that give the same binary64. */
    void property(String name, double value) {
        generator.writeName(name);
        number(value);
    }

    /** Null where there is none. */
    void property(String name, OptionalDouble value) {
        generator.writeName(name);
        number(value);
    }

    /** An array of numbers, the next of an array; null for those that are not there. */
    void numbers(OptionalDouble... values) {
        generator.writeStartArray();
        for (OptionalDouble value : values) {
            number(value);
        }
        generator.writeEndArray();
    }

    private void number(OptionalDouble value) {
        if (value.isPresent()) {
            number(value.getAsDouble());
        } else {
            generator.writeNull();
        }
    }

    private void number(double value) {
        generator.writeNumber(Figures.plain(value));
    }

    /** Values as the kernel's records hold them: texts, {@link Long}, {@link Double}, {@link Boolean}, lists of texts. */
    void properties(Map<String, Object> properties) {
        properties.forEach(this::value);
    }

    /** A value as in {@link #properties}. */
    void value(String name, Object value) {
        generator.writeName(name);
        value(value);
    }

    private void value(Object value) {
        switch (value) {
            case String text -> generator.writeString(text);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(Figures.plain(number));
            case Boolean truth -> generator.writeBoolean(truth);
            case List<?> list -> {
                generator.writeStartArray();
                list.forEach(this::value);
                generator.writeEndArray();
            }
            default -> throw new IllegalArgumentException("no JSON for a " + value.getClass());
        }
    }

    /** The target stays open. */
    @Override
    public void close() {
        generator.close();
    }
}
