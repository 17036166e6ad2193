package pawl.capture;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * Which plugin took part when a capture was recorded.
 *
 * @param id 1 to 255 bytes of UTF-8
 * @param version 1 to 255 bytes of UTF-8
 * @param sha256 of the plugin's files, as its loader defines it: 64 lower-case hexadecimal digits
 */
public record PluginIdentity(Kind kind, String id, String version, String sha256)
        implements Comparable<PluginIdentity> {
    private static final int MOST_TEXT_BYTES = 255;
    private static final Comparator<PluginIdentity> ORDER =
            Comparator.comparing(PluginIdentity::kind).thenComparing(PluginIdentity::id);

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

    /** @throws IllegalArgumentException when a text is empty or too long, or the hash is none */
    public PluginIdentity {
        requireFits("plugin id", id);
        requireFits("plugin version", version);
        Sha256.requireHex(sha256);
    }

    private static void requireFits(String what, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MOST_TEXT_BYTES) {
            throw new IllegalArgumentException(what + " of " + bytes + " bytes: allowed are 1 to " + MOST_TEXT_BYTES);
        }
    }

    /** By kind, then id. */
    @Override
    public int compareTo(PluginIdentity other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code tier-static 1.2.0 sha256:…}, the hash in full. */
    @Override
    public String toString() {
        return id + " " + version + " sha256:" + sha256;
    }
}
