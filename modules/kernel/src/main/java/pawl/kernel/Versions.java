package pawl.kernel;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import pawl.api.plugin.ApiVersion;
import pawl.capture.Captures;
import pawl.storage.FormatVersion;

/** The versions by which Pawl, its API and its formats are known (E8.3). */
public final class Versions {
    private Versions() {}

    /** By what they are of, in the order in which to show them. */
    public static SequencedMap<String, String> all() {
        SequencedMap<String, String> versions = new LinkedHashMap<>();
        versions.put(
                "pawl", Versions.class.getModule().getDescriptor().rawVersion().orElse("unversioned"));
        versions.put("api", ApiVersion.text());
        versions.put("log format", FormatVersion.CURRENT.text());
        versions.put("snapshot format", FormatVersion.CURRENT.text());
        versions.put("capture format", Captures.formatVersion());
        versions.put("java", Runtime.version().toString());
        return versions;
    }
}
