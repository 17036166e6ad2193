package pawl.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads the YAML of a fault script: one key, {@code faults}, with a list of flat maps. */
final class FaultScriptReader {
    private final String file;
    private final YAMLParser parser;

    private FaultScriptReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static List<Fault> read(String file, String yaml) throws FaultScriptException {
        try (YAMLParser parser = (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), yaml)) {
            List<Fault> faults = new ArrayList<>();
            for (ScriptEntry entry : new FaultScriptReader(file, parser).entries()) {
                faults.add(FaultBuilder.build(entry));
            }
            return faults;
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(" "))
                    .collect(Collectors.joining("; "));
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new FaultScriptException(file, line, "not YAML: " + reason);
        }
    }

    private List<ScriptEntry> entries() throws FaultScriptException {
        expect(JsonToken.START_OBJECT, "the file must hold one key, faults");
        expect(JsonToken.PROPERTY_NAME, "the file must hold one key, faults");
        if (!parser.currentName().equals("faults")) {
            throw problem(parser.currentName() + " is not a key here; allowed is faults");
        }
        expect(JsonToken.START_ARRAY, "faults must be a list");
        List<ScriptEntry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries.add(entry());
        }
        JsonToken next = parser.nextToken();
        if (next == JsonToken.PROPERTY_NAME) {
            throw problem(parser.currentName() + " is not a key here; allowed is faults, once");
        }
        if (parser.nextToken() != null) {
            throw problem("a second YAML document starts here; the file must hold only one");
        }
        return entries;
    }

    private ScriptEntry entry() throws FaultScriptException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw problem("each fault must be a map: {at: 30s, fault: cut}");
        }
        ScriptEntry entry = new ScriptEntry(file, line());
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = line();
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue() || value == JsonToken.VALUE_NULL || parser.isCurrentAlias()) {
                throw problem(key + " must have one plain value");
            }
            entry.put(key, parser.getString(), keyLine);
        }
        return entry;
    }

    private void expect(JsonToken token, String problem) throws FaultScriptException {
        if (parser.nextToken() != token) {
            throw problem(problem);
        }
    }

    private FaultScriptException problem(String problem) {
        return new FaultScriptException(file, line(), problem);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
