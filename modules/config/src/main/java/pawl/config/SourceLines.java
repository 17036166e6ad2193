package pawl.config;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** On which line of the file each key and item stands. A path is written as in {@link ConfigurationProblem}. */
final class SourceLines {
    private final String file;
    private final Map<String, Integer> lines = new TreeMap<>();

    SourceLines(String file) {
        this.file = file;
    }

    static String key(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    static String item(String parent, int position) {
        return parent + "[" + position + "]";
    }

    String file() {
        return file;
    }

    void put(String path, int line) {
        lines.put(path, line);
    }

    /** The line of that path, or of the nearest above it. */
    OptionalInt of(String path) {
        for (String at = path; ; at = above(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return OptionalInt.of(line);
            }
            if (at.isEmpty()) {
                return OptionalInt.empty();
            }
        }
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
