package pawl.capture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The configuration and the plugins that a capture is recorded under. */
public final class CaptureIdentity {
    /** As many as a record has room for. */
    public static final int MOST_PLUGINS = 256;

    private final byte[] configurationJson;
    private final RecordedUnder recordedUnder;

    /**
     * @param configurationJson the configuration's canonical JSON, whose SHA-256 names it
     * @param plugins at most {@value #MOST_PLUGINS}; kept by kind and id, whatever the order they were loaded in
     * @throws IllegalArgumentException when there are too many plugins, or one twice
     */
    public CaptureIdentity(byte[] configurationJson, List<PluginIdentity> plugins) {
        this.configurationJson = configurationJson.clone();
        List<PluginIdentity> sorted = plugins.stream().sorted().toList();
        if (sorted.size() > MOST_PLUGINS) {
            throw new IllegalArgumentException(sorted.size() + " plugins; a capture names " + MOST_PLUGINS);
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).compareTo(sorted.get(i - 1)) == 0) {
                throw new IllegalArgumentException("plugin " + sorted.get(i).id() + " is there twice");
            }
        }
        this.recordedUnder = new RecordedUnder(
                Sha256.of(configurationJson),
                sorted,
                Optional.of(new String(configurationJson, StandardCharsets.UTF_8)));
    }

    byte[] configurationJson() {
        return configurationJson.clone();
    }

    public RecordedUnder recordedUnder() {
        return recordedUnder;
    }
}
