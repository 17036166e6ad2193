package pawl.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.PluginFindings;
import pawl.kernel.contract.PluginListing;
import pawl.kernel.contract.PluginLocking;
import pawl.kernel.contract.PluginStatus;
import pawl.kernel.plugin.ApiRange;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginCheck;
import pawl.kernel.plugin.PluginLimits;
import pawl.kernel.plugin.PluginLoader;
import pawl.kernel.plugin.PluginLock;
import pawl.kernel.plugin.PluginLockException;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.plugin.PluginWarning;
import pawl.kernel.plugin.RefusedPlugin;

/** What a plugins folder offers, what may run of it, and whether a plugin would run. */
public final class Plugins {
    private Plugins() {}

    /** Every entry of the folder. */
    public static PluginListing list(Path folder) throws PawlException {
        PluginSet set = load(folder);
        List<PluginStatus> statuses = Stream.concat(
                        set.plugins().stream().map(Plugins::status),
                        set.refused().stream().map(Plugins::status))
                .sorted(Comparator.comparing(PluginStatus::id).thenComparing(PluginStatus::location))
                .toList();
        return new PluginListing(
                statuses, set.warnings().stream().map(PluginWarning::text).toList());
    }

    /** All that the loader would check of a folder, jar or zip, wherever it lies and without an engine. No lock is asked. */
    public static PluginFindings check(Path location) {
        PluginCheck check = PluginCheck.of(location);
        return new PluginFindings(check.plugin().map(Plugins::status), check.problems(), check.warnings());
    }

    /**
     * Writes the lock of a plugins folder: with the named plugins in place of what it had of them, or with all that are there and no
     * other. Plugins that are named by their folder's or file's name alone are opened.
     *
     * @param names of folders or files in the plugins folder, or ids
     * @throws PawlException when one is not there or no plugin, or the file cannot be written; then it stays as it was
     */
    public static PluginLocking lock(Path folder, List<String> names) throws PawlException {
        try {
            PluginSet all = PluginLoader.load(toOpen(folder, names), Optional.empty(), PluginLimits.STANDARD);
            PluginLock empty = new PluginLock(PluginLock.fileOf(folder), new TreeMap<>());
            List<LoadedPlugin> chosen = names.isEmpty() ? all.plugins() : chosen(all, names);
            PluginLock before = names.isEmpty() ? empty : PluginLock.of(folder).orElse(empty);
            PluginLock lock = before.with(chosen);
            lock.write();
            return new PluginLocking(
                    lock.file(),
                    chosen.stream().map(Plugins::status).toList(),
                    all.refused().stream().map(Plugins::status).toList());
        } catch (PluginLockException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (IOException e) {
            throw new PawlException(
                    Kind.USAGE, "the lock of " + folder + " cannot be written (" + e + "); see to its permissions", e);
        }
    }

    /** To be locked, a plugin says its id, so its code runs: nobody else's does where the entries are named. */
    private static List<Path> toOpen(Path folder, List<String> names) throws IOException {
        List<Path> all = PluginLoader.locations(folder);
        List<Path> named =
                all.stream().filter(entry -> names.contains(fileName(entry))).toList();
        return named.size() == new TreeSet<>(names).size() && !names.isEmpty() ? named : all;
    }

    private static List<LoadedPlugin> chosen(PluginSet all, List<String> names) throws PawlException {
        List<LoadedPlugin> chosen = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            List<LoadedPlugin> named = all.plugins().stream()
                    .filter(plugin -> plugin.id().equals(name)
                            || fileName(plugin.location()).equals(name))
                    .filter(plugin -> !chosen.contains(plugin))
                    .toList();
            if (named.isEmpty()) {
                throw new PawlException(Kind.USAGE, name + " is no plugin that is there" + refusal(all, name));
            }
            chosen.addAll(named);
        }
        return chosen;
    }

    private static String refusal(PluginSet all, String name) {
        return all.refused().stream()
                .filter(refused -> fileName(refused.location()).equals(name))
                .map(refused -> ": " + refused.cause())
                .findFirst()
                .orElse("; `pawl plugins` lists those that are");
    }

    private static PluginStatus status(LoadedPlugin plugin) {
        return new PluginStatus(
                plugin.id(),
                plugin.kind().prefix(),
                plugin.version(),
                plugin.api().map(ApiRange::text).orElse("not stated"),
                plugin.provider().getClass().getName(),
                plugin.sha256(),
                plugin.location(),
                Optional.empty());
    }

    private static PluginStatus status(RefusedPlugin refused) {
        return new PluginStatus(
                fileName(refused.location()), "", "", "", "", "", refused.location(), Optional.of(refused.cause()));
    }

    private static String fileName(Path location) {
        return String.valueOf(location.getFileName());
    }

    static PluginSet load(Path folder) throws PawlException {
        try {
            return PluginLoader.load(folder);
        } catch (PluginLockException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (IOException e) {
            throw new PawlException(
                    Kind.USAGE,
                    folder + " is no plugins folder that can be read (" + e + "); name one with --plugins",
                    e);
        }
    }
}
