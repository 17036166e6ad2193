package pawl.storage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** Where recovery puts what it takes out of the way: {@code aside/<nnnn>} with a manifest, a new one each time, never deleted. */
public final class AsideFolder {
    /** The folder of all of them. */
    public static final String ASIDE = "aside";

    private static final int CHUNK_BYTES = 64 * 1024;

    private AsideFolder() {}

    /**
     * Copies what is to be set aside, makes that safe, and only then cuts it off. A crash in between leaves more copies than needed, and no
     * fewer.
     *
     * @return the folder's name
     */
    public static String move(LogStore store, List<SetAside> asides, OptionalLong committedTick)
            throws StorageException {
        String folder = next(store);
        byte[] manifest = manifest(asides, committedTick).getBytes(StandardCharsets.UTF_8);
        store.replace(folder + "/manifest.json", manifest, 0, manifest.length);
        for (SetAside aside : asides) {
            copy(store, aside, folder + "/" + aside.name());
        }
        // Snapshots and the tick log go first, so that no file ever promises what another no longer has.
        for (SetAside aside : asides.reversed()) {
            cut(store, aside);
        }
        return folder;
    }

    private static String next(LogStore store) throws StorageException {
        int number = 1;
        String folder = folder(number);
        while (!store.list(folder).isEmpty()) {
            number++;
            folder = folder(number);
        }
        return folder;
    }

    private static String folder(int number) {
        return ASIDE + "/" + String.format(Locale.ROOT, "%04d", number);
    }

    private static void copy(LogStore store, SetAside aside, String to) throws StorageException {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (LogSegment from = store.open(aside.name());
                LogSegment target = store.open(to)) {
            int read;
            for (long position = aside.keptBytes();
                    (read = from.read(position, chunk, 0, chunk.length)) > 0;
                    position += read) {
                target.append(chunk, 0, read);
            }
            target.force();
        }
    }

    private static void cut(LogStore store, SetAside aside) throws StorageException {
        if (aside.keptBytes() == 0) {
            store.delete(aside.name());
            return;
        }
        try (LogSegment segment = store.open(aside.name())) {
            segment.truncate(aside.keptBytes());
            segment.force();
        }
    }

    private static String manifest(List<SetAside> asides, OptionalLong committedTick) {
        StringBuilder json = new StringBuilder("{\n  \"committedTick\": ");
        json.append(committedTick.isPresent() ? Long.toString(committedTick.getAsLong()) : "null");
        json.append(",\n  \"files\": [");
        for (int i = 0; i < asides.size(); i++) {
            SetAside aside = asides.get(i);
            json.append(i == 0 ? "\n" : ",\n")
                    .append("    {\"name\": \"")
                    .append(escaped(aside.name()))
                    .append("\", \"fromByte\": ")
                    .append(aside.keptBytes())
                    .append(", \"bytes\": ")
                    .append(aside.movedBytes())
                    .append(", \"reason\": \"")
                    .append(escaped(aside.reason()))
                    .append("\"}");
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                escaped.append('\\').append(character);
            } else if (character < ' ') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
