package pawl.kernel.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import pawl.config.Configuration;
import pawl.config.VenueConfiguration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.PluginChange;
import pawl.kernel.contract.PluginChange.Build;
import pawl.kernel.contract.PluginChange.Outcome;
import pawl.kernel.contract.ReloadReport;
import pawl.kernel.control.ControlChannel;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginCopy;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginLoader;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.plugin.RefusedPlugin;

/**
 * Looks at the plugins folder again while a run goes on, and lets the builds of exchange plugins that lie there take over. A build that
 * cannot be used changes nothing. One request at a time, not on the engine's thread.
 */
final class PluginReload implements ControlChannel.Reload {
    private final Path folder;
    private final Optional<Path> capture;
    private final Map<Integer, VenueConfiguration> listened;
    private final PluginsInUse inUse;
    private final HearingPlanner planner;
    private final LiveAdapters adapters;
    private final AdapterSwaps swaps;
    private final OtherPlugins others;
    private final Map<String, Path> locations = new TreeMap<>();

    /** @param atStart what the folder held when the run began */
    PluginReload(
            Path folder,
            Optional<Path> capture,
            Configuration configuration,
            PluginSet atStart,
            Map<Integer, VenueConfiguration> listened,
            PluginsInUse inUse,
            HearingPlanner planner,
            LiveAdapters adapters,
            AdapterSwaps swaps) {
        this.folder = folder;
        this.capture = capture;
        this.listened = new TreeMap<>(listened);
        this.inUse = inUse;
        this.planner = planner;
        this.adapters = adapters;
        this.swaps = swaps;
        for (VenueConfiguration venue : listened.values()) {
            String id = venue.adapter().id();
            atStart.find(PluginKind.EXCHANGE, id).ifPresent(plugin -> locations.put(id, plugin.location()));
        }
        others = new OtherPlugins(configuration, atStart, locations.keySet());
    }

    @Override
    public ReloadReport reload() throws PawlException {
        PluginSet now = load();
        List<PluginChange> changes = new ArrayList<>();
        List<RefusedPlugin> told = new ArrayList<>();
        for (String id : List.copyOf(locations.keySet())) {
            Optional<LoadedPlugin> found = now.find(PluginKind.EXCHANGE, id);
            Optional<PluginCopy> before = inUse.find(id);
            if (found.isPresent()) {
                boolean isSame = before.isPresent()
                        && before.get().plugin().sha256().equals(found.get().sha256());
                locations.put(id, found.get().location());
                changes.addAll(isSame ? List.of() : takeOver(found.get(), before));
                continue;
            }
            Optional<RefusedPlugin> refused = refusedInPlaceOf(id, now);
            if (refused.isPresent()) {
                told.add(refused.get());
                changes.add(refusal(
                        id,
                        before,
                        Optional.empty(),
                        refused.get().location() + ": " + refused.get().cause()));
            } else if (before.isPresent()) {
                changes.addAll(remove(before.get()));
            }
        }
        changes.addAll(others.changes(now, told));
        changes.sort(Comparator.comparing(PluginChange::kind)
                .thenComparing(PluginChange::id)
                .thenComparing(PluginChange::venue));
        return new ReloadReport(changes);
    }

    private PluginSet load() throws PawlException {
        try {
            return PluginLoader.load(folder);
        } catch (IOException e) {
            throw new PawlException(
                    Kind.USAGE, folder + " cannot be read, so nothing was changed: " + e.getMessage(), e);
        }
    }

    /** What the folder has where the plugin was, or under its name, and cannot be used. */
    private Optional<RefusedPlugin> refusedInPlaceOf(String id, PluginSet now) {
        return now.refused().stream()
                .filter(refused -> refused.location().equals(locations.get(id))
                        || OtherPlugins.stem(refused.location()).equals(id))
                .findFirst();
    }

    private List<PluginChange> takeOver(LoadedPlugin plugin, Optional<PluginCopy> before) {
        Map<Integer, VenueBuild> builds = new TreeMap<>();
        try {
            PluginCopy copy = PluginsInUse.copy(plugin);
            for (Map.Entry<Integer, VenueConfiguration> venue :
                    venuesOf(plugin.id()).entrySet()) {
                builds.put(venue.getKey(), VenueBuild.of(copy.plugin(), venue.getKey(), venue.getValue(), planner));
            }
            if (capture.isPresent()) {
                inUse.keepIn(capture.get(), copy);
            }
            List<PluginChange> changes = new ArrayList<>();
            for (Map.Entry<Integer, VenueBuild> build : builds.entrySet()) {
                changes.add(swap(copy.plugin(), before, build.getKey(), build.getValue()));
            }
            inUse.use(copy);
            return changes;
        } catch (PawlException e) {
            return List.of(refusal(plugin.id(), before, Optional.of(plugin), e.getMessage()));
        }
    }

    private PluginChange swap(LoadedPlugin plugin, Optional<PluginCopy> before, int venueIndex, VenueBuild build)
            throws PawlException {
        adapters.put(venueIndex, plugin.sha256(), build.adapter());
        String venue = build.hearing().venue().name();
        AdapterSwap swap = new AdapterSwap(
                venueIndex,
                venue,
                Optional.of(plugin.sha256()),
                Optional.of(build.hearing()),
                new CompletableFuture<>());
        long tick = swaps.carryOut(swap, before.isPresent());
        return change(
                before.isPresent() ? Outcome.REPLACED : Outcome.ADDED,
                plugin.id(),
                venue,
                before,
                Optional.of(plugin),
                OptionalLong.of(tick),
                "");
    }

    private List<PluginChange> remove(PluginCopy before) throws PawlException {
        String id = before.plugin().id();
        List<PluginChange> changes = new ArrayList<>();
        for (Map.Entry<Integer, VenueConfiguration> venue : venuesOf(id).entrySet()) {
            String name = venue.getValue().name();
            AdapterSwap swap = new AdapterSwap(
                    venue.getKey(), name, Optional.empty(), Optional.empty(), new CompletableFuture<>());
            long tick = swaps.carryOut(swap, true);
            changes.add(change(
                    Outcome.REMOVED, id, name, Optional.of(before), Optional.empty(), OptionalLong.of(tick), ""));
        }
        inUse.remove(id);
        return changes;
    }

    private Map<Integer, VenueConfiguration> venuesOf(String pluginId) {
        Map<Integer, VenueConfiguration> venues = new TreeMap<>(listened);
        venues.values().removeIf(venue -> !venue.adapter().id().equals(pluginId));
        return venues;
    }

    private static PluginChange refusal(
            String id, Optional<PluginCopy> before, Optional<LoadedPlugin> after, String reason) {
        return change(Outcome.REFUSED, id, "", before, after, OptionalLong.empty(), reason);
    }

    private static PluginChange change(
            Outcome outcome,
            String id,
            String venue,
            Optional<PluginCopy> before,
            Optional<LoadedPlugin> after,
            OptionalLong tick,
            String reason) {
        return new PluginChange(
                outcome,
                id,
                PluginKind.EXCHANGE.prefix(),
                venue,
                before.map(PluginCopy::plugin).map(PluginReload::build),
                after.map(PluginReload::build),
                tick,
                reason);
    }

    static Build build(LoadedPlugin plugin) {
        return new Build(plugin.version(), plugin.sha256());
    }
}
