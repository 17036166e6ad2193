package pawl.kernel.replay;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pawl.capture.CaptureException;
import pawl.capture.Captures;
import pawl.capture.PluginIdentity;
import pawl.capture.RecordedUnder;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayListener;
import pawl.kernel.contract.ReplayRequest;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;

/** What a replay runs under: what its captures say they were recorded under, unless the user names something else. */
public final class RecordedConfiguration {
    private RecordedConfiguration() {}

    /**
     * What the captures say, where it counts.
     *
     * @throws CaptureException when they say different things
     */
    public static Optional<RecordedUnder> recorded(ReplayRequest request) throws CaptureException {
        return request.usesRecorded() ? Captures.recordedUnder(request.captures()) : Optional.empty();
    }

    /** @throws PawlException when the captures name a configuration that is not beside them */
    public static Configuration of(
            ReplayRequest request, Optional<RecordedUnder> recorded, PluginSet plugins, ReplayListener listener)
            throws PawlException {
        try {
            if (recorded.isEmpty()) {
                return ConfigurationReader.read(request.configuration());
            }
            tellOfOtherPlugins(recorded.get(), plugins, listener);
            return read(recorded.get());
        } catch (ConfigurationException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    private static Configuration read(RecordedUnder recorded) throws PawlException, ConfigurationException {
        String name = "configuration/" + recorded.configurationSha256() + ".json";
        String json = recorded.configurationJson()
                .orElseThrow(
                        () -> new PawlException(
                                Kind.USAGE,
                                "the capture was recorded under " + name
                                        + ", which does not lie beside it; bring it there, or name a configuration with --config"));
        return ConfigurationReader.read(name, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A log's header names the plugins that made it, so another plugin is no secret; but it may come to other decisions. */
    private static void tellOfOtherPlugins(RecordedUnder recorded, PluginSet plugins, ReplayListener listener) {
        for (PluginIdentity plugin : recorded.plugins()) {
            Optional<LoadedPlugin> here =
                    plugins.find(PluginKind.valueOf(plugin.kind().name()), plugin.id());
            boolean isSame = here.isPresent() && here.get().sha256().equals(plugin.sha256());
            if (!isSame) {
                listener.problem("the capture was recorded with " + plugin + "; here is "
                        + here.map(other -> other.version() + " sha256:" + other.sha256())
                                .orElse("none of that id"));
            }
        }
    }
}
