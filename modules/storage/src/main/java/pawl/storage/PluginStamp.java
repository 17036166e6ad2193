package pawl.storage;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.IntToLongFunction;

/**
 * Which plugin took part in what a file holds (D10).
 *
 * @param id at most 64 bytes of UTF-8
 * @param version at most 24 bytes of UTF-8
 * @param sha256 of the plugin's files, as its loader defines it: 64 lower-case hexadecimal digits
 */
public record PluginStamp(Kind kind, String id, String version, String sha256) implements Comparable<PluginStamp> {
    static final int ID_BYTES = 64;
    static final int VERSION_BYTES = 24;

    private static final Comparator<PluginStamp> ORDER =
            Comparator.comparingInt((PluginStamp stamp) -> stamp.kind.code()).thenComparing(PluginStamp::id);

    /** The kinds of plugin (D11). The code is part of the byte format. */
    public enum Kind {
        /** Exchange adapter. */
        EXCHANGE(1),
        /** Feature extractor. */
        FEATURE(2),
        /** Tier policy. */
        TIER(3),
        /** Log store. */
        STORAGE(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** @throws IllegalArgumentException when a text is empty, too long, or no hash */
    public PluginStamp {
        FixedText.requireFits("plugin id", id, ID_BYTES);
        FixedText.requireFits("plugin version", version, VERSION_BYTES);
        Sha256.requireHex(sha256);
    }

    /**
     * The hash that records and snapshots hold as four words, its first eight bytes first.
     *
     * @param words by position, 0 to 3
     */
    public static String sha256Of(IntToLongFunction words) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < Sha256.BYTES / Long.BYTES; word++) {
            text.append(HexFormat.of().toHexDigits(words.applyAsLong(word)));
        }
        return text.toString();
    }

    /** By kind, then id. */
    @Override
    public int compareTo(PluginStamp other) {
        return ORDER.compare(this, other);
    }
}
