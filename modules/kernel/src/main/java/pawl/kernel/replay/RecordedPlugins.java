package pawl.kernel.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.capture.CapturedPlugins;
import pawl.capture.PluginIdentity;
import pawl.capture.RecordedUnder;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginLoader;
import pawl.kernel.plugin.PluginRefusedException;
import pawl.kernel.plugin.PluginSet;

/**
 * The builds of exchange plugins that captures were recorded with: those of the plugins folder and, where the user allows code of the
 * captures to run, those that lie beside them.
 */
public final class RecordedPlugins {
    private final List<Path> captures;
    private final PluginSet here;
    private final boolean mayRunCaptured;
    private final Map<String, LoadedPlugin> opened = new TreeMap<>();

    public RecordedPlugins(List<Path> captures, PluginSet here, boolean mayRunCaptured) {
        this.captures = captures;
        this.here = here;
        this.mayRunCaptured = mayRunCaptured;
    }

    /**
     * That very build; empty where it is not in the plugins folder, and not beside the captures or not allowed to run.
     *
     * @throws PawlException when what lies beside the captures is not what it is called, or cannot be loaded
     */
    Optional<LoadedPlugin> find(String id, String sha256) throws PawlException {
        Optional<LoadedPlugin> inFolder = here.find(PluginKind.EXCHANGE, id)
                .filter(plugin -> plugin.sha256().equals(sha256));
        Optional<Path> kept = CapturedPlugins.find(captures, sha256);
        if (inFolder.isPresent() || kept.isEmpty() || !mayRunCaptured) {
            return inFolder;
        }
        LoadedPlugin known = opened.get(sha256);
        if (known == null) {
            known = open(kept.get(), id, sha256);
            opened.put(sha256, known);
        }
        return Optional.of(known);
    }

    private static LoadedPlugin open(Path kept, String id, String sha256) throws PawlException {
        try {
            String found = PluginLoader.sha256(kept);
            if (!found.equals(sha256)) {
                throw new PawlException(
                        Kind.BAD_DATA, kept + " holds files of the hash " + found + ": restore it from a copy");
            }
            LoadedPlugin plugin = PluginLoader.open(kept);
            if (plugin.kind() != PluginKind.EXCHANGE || !plugin.id().equals(id)) {
                throw new PawlException(Kind.BAD_DATA, kept + " holds " + plugin.id() + " where " + id + " is needed");
            }
            return plugin;
        } catch (PluginRefusedException | IOException e) {
            throw new PawlException(Kind.BAD_DATA, kept + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Why the adapters cannot change during the replay: the one that it begins with is not the one that the captures began with. */
    public static Optional<String> otherStart(RecordedUnder recorded, PluginSet plugins) {
        return recorded.plugins().stream()
                .filter(needed -> needed.kind() == PluginIdentity.Kind.EXCHANGE)
                .filter(needed -> plugins.find(PluginKind.EXCHANGE, needed.id())
                        .filter(plugin -> plugin.sha256().equals(needed.sha256()))
                        .isEmpty())
                .map(needed -> "the adapter changes here, and what comes before is to be decoded by " + needed
                        + ", which is not here; put that very build into the plugins folder")
                .findFirst();
    }

    /** What the user can do where a build is missing. */
    String remedy(String sha256) {
        return CapturedPlugins.find(captures, sha256).isPresent()
                ? "put that very build into the plugins folder, or let the one beside the capture run, if you trust it, with"
                        + " --recorded-plugins"
                : "put that very build into the plugins folder";
    }

    /**
     * The plugins of the folder, with the exchange plugins that the captures began with in place of other builds of them, where those
     * are to be had. They must be where the captures keep plugins, since then the adapters changed.
     *
     * @throws PawlException when one that must be is not to be had
     */
    public PluginSet atTheStart(RecordedUnder recorded) throws PawlException {
        List<LoadedPlugin> plugins = new ArrayList<>(here.plugins());
        for (PluginIdentity needed : recorded.plugins()) {
            if (needed.kind() != PluginIdentity.Kind.EXCHANGE) {
                continue;
            }
            Optional<LoadedPlugin> found = find(needed.id(), needed.sha256());
            if (found.isPresent()) {
                plugins.removeIf(plugin ->
                        plugin.kind() == PluginKind.EXCHANGE && plugin.id().equals(needed.id()));
                plugins.add(found.get());
            } else if (CapturedPlugins.find(captures, needed.sha256()).isPresent()) {
                throw new PawlException(
                        Kind.USAGE,
                        "the capture begins with " + needed
                                + " and changes to another build of it later, so that one is needed; "
                                + remedy(needed.sha256()));
            }
        }
        return new PluginSet(plugins, here.refused(), here.warnings());
    }
}
