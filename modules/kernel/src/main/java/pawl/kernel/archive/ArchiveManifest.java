package pawl.kernel.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.StoreDigest;

/**
 * What an archive holds: each file with its size and hash, as JSON with one line a file. Names in a store need no escapes.
 *
 * @param formatVersion of the logs, {@code major.minor.patch}
 * @param entries in order of names, as these are in the archive's folder
 */
record ArchiveManifest(String formatVersion, List<Entry> entries) {
    private static final Pattern VERSION = Pattern.compile("\"formatVersion\": \"([0-9.]+)\"");
    private static final Pattern ENTRY =
            Pattern.compile("\"name\": \"([^\"]+)\", \"bytes\": (\\d+), \"sha256\": \"([0-9a-f]{64})\"");

    record Entry(String name, long bytes, String sha256) {}

    ArchiveManifest {
        entries = List.copyOf(entries);
    }

    static ArchiveManifest of(LogStore store, List<String> folders, String formatVersion) throws StorageException {
        List<Entry> entries = new ArrayList<>();
        for (String folder : folders.stream().sorted().toList()) {
            for (String name : store.list(folder)) {
                try (LogSegment file = store.open(name)) {
                    entries.add(new Entry(name, file.sizeBytes(), StoreDigest.sha256(store, name)));
                }
            }
        }
        return new ArchiveManifest(formatVersion, entries);
    }

    /** What {@link #text} gave. */
    static ArchiveManifest parse(String text) {
        Matcher version = VERSION.matcher(text);
        List<Entry> entries = new ArrayList<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            entries.add(new Entry(entry.group(1), Long.parseLong(entry.group(2)), entry.group(3)));
        }
        return new ArchiveManifest(version.find() ? version.group(1) : "", entries);
    }

    String text() {
        StringBuilder text = new StringBuilder("{\n  \"formatVersion\": \"" + formatVersion + "\",\n  \"files\": [");
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            text.append(i == 0 ? "\n" : ",\n")
                    .append("    {\"name\": \"")
                    .append(entry.name())
                    .append("\", \"bytes\": ")
                    .append(entry.bytes())
                    .append(", \"sha256\": \"")
                    .append(entry.sha256())
                    .append("\"}");
        }
        return text.append("\n  ]\n}\n").toString();
    }

    long files() {
        return entries.size();
    }

    long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }
}
