package pawl.venue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of a script as it is written, and its values as numbers with what is wrong with them. */
final class ScriptEntry {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
    private static final Map<String, Double> NS_PER_UNIT = Map.of("ms", 1e6, "s", 1e9, "m", 60e9, "h", 3_600e9);

    /** A value and where its key stands. */
    private record Written(String text, int line) {}

    private final String file;
    private final int line;
    private final Map<String, Written> values = new LinkedHashMap<>();

    ScriptEntry(String file, int line) {
        this.file = file;
        this.line = line;
    }

    void put(String key, String text, int keyLine) throws FaultScriptException {
        if (values.putIfAbsent(key, new Written(text, keyLine)) != null) {
            throw new FaultScriptException(file, keyLine, key + " is given twice; give it once");
        }
    }

    Iterable<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Written::text);
    }

    String required(String key) throws FaultScriptException {
        return text(key).orElseThrow(() -> problem("no " + key + " is given, and the fault needs one"));
    }

    /** 0 where it is not given. */
    long durationNs(String key) throws FaultScriptException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return 0;
        }
        Matcher matcher = DURATION.matcher(text.get());
        if (!matcher.matches()) {
            throw problem(key, "a number with its unit, which is one of ms, s, m, h: 30s");
        }
        return Math.round(Double.parseDouble(matcher.group(1)) * NS_PER_UNIT.getOrDefault(matcher.group(2), 1.0));
    }

    long whole(String key, long otherwise, long least, long most) throws FaultScriptException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw problem(key, "a whole number from " + least + " to " + most);
        }
        throw problem(key, "a whole number from " + least + " to " + most);
    }

    /** About the entry as a whole. */
    FaultScriptException problem(String problem) {
        return new FaultScriptException(file, line, problem);
    }

    FaultScriptException problem(String key, String allowed) {
        Written written = values.getOrDefault(key, new Written("", line));
        return new FaultScriptException(
                file, written.line(), key + ": \"" + written.text() + "\" is not allowed; it must be " + allowed);
    }

    FaultScriptException unknown(String key, List<String> allowed) {
        Written written = values.getOrDefault(key, new Written("", line));
        return new FaultScriptException(
                file, written.line(), key + " is not a key here; allowed are " + String.join(", ", allowed));
    }
}
