package pawl.kernel.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import pawl.config.Configuration;
import pawl.config.PluginUse;
import pawl.kernel.contract.PluginChange;
import pawl.kernel.contract.PluginChange.Outcome;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.plugin.RefusedPlugin;

/** What a reload has to say of the plugins that it cannot change: those that the run decides and stores by, and those that it does not use. */
final class OtherPlugins {
    private final Set<String> usedIds = new TreeSet<>();
    private final Set<String> changeable;
    private final PluginSet atStart;
    private PluginSet last;

    /** @param changeable ids of those that a reload can change */
    OtherPlugins(Configuration configuration, PluginSet atStart, Set<String> changeable) {
        this.atStart = atStart;
        this.changeable = Set.copyOf(changeable);
        last = atStart;
        for (PluginUse use : configuration.pluginUses()) {
            if (!changeable.contains(use.id())) {
                usedIds.add(use.id());
            }
        }
    }

    /** @param told refusals that the reload has told already */
    List<PluginChange> changes(PluginSet now, List<RefusedPlugin> told) {
        List<PluginChange> changes = new ArrayList<>();
        List<RefusedPlugin> toldNow = new ArrayList<>(told);
        for (LoadedPlugin used : atStart.plugins()) {
            if (usedIds.contains(used.id())) {
                needsRestart(used, now, toldNow).ifPresent(changes::add);
            }
        }
        for (LoadedPlugin plugin : now.plugins()) {
            if (!isKnown(plugin)) {
                changes.add(notUsed(plugin));
            }
        }
        for (RefusedPlugin refused : now.refused()) {
            if (!toldNow.contains(refused) && !last.refused().contains(refused)) {
                changes.add(new PluginChange(
                        Outcome.REFUSED,
                        stem(refused.location()),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        refused.location() + ": " + refused.cause()));
            }
        }
        last = now;
        return changes;
    }

    private boolean isKnown(LoadedPlugin plugin) {
        return usedIds.contains(plugin.id())
                || changeable.contains(plugin.id())
                || last.find(plugin.kind(), plugin.id())
                        .filter(before -> before.sha256().equals(plugin.sha256()))
                        .isPresent();
    }

    private static Optional<PluginChange> needsRestart(LoadedPlugin used, PluginSet now, List<RefusedPlugin> told) {
        Optional<LoadedPlugin> here = now.find(used.kind(), used.id());
        if (here.isPresent() && here.get().sha256().equals(used.sha256())) {
            return Optional.empty();
        }
        Optional<RefusedPlugin> refused = now.refused().stream()
                .filter(other -> other.location().equals(used.location())
                        || stem(other.location()).equals(used.id()))
                .findFirst();
        refused.ifPresent(told::add);
        return Optional.of(new PluginChange(
                refused.isPresent() ? Outcome.REFUSED : Outcome.NEEDS_RESTART,
                used.id(),
                used.kind().prefix(),
                "",
                Optional.of(PluginReload.build(used)),
                here.map(PluginReload::build),
                OptionalLong.empty(),
                refused.map(other -> other.location() + ": " + other.cause()).orElse(reason(used.kind()))));
    }

    private static String reason(PluginKind kind) {
        return switch (kind) {
            case FEATURE, TIER -> "a run decides by it from its first tick on; stop the run and begin another";
            case STORAGE -> "a run's logs are open in it; stop the run and begin another";
            case EXCHANGE -> "no venue that this run listens to names it; stop the run and begin another";
        };
    }

    private static PluginChange notUsed(LoadedPlugin plugin) {
        return new PluginChange(
                Outcome.NOT_USED,
                plugin.id(),
                plugin.kind().prefix(),
                "",
                Optional.empty(),
                Optional.of(PluginReload.build(plugin)),
                OptionalLong.empty(),
                "the configuration of this run does not name it");
    }

    /** What an entry of the folder is called, without its suffix. */
    static String stem(Path location) {
        return String.valueOf(location.getFileName()).replaceFirst("\\.(jar|zip)$", "");
    }
}
