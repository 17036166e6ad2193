package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plugins that alone may run, where their file exists: {@code config/plugins.lock} beside the plugins folder. A plugin's hash is
 * looked up before any of its code runs; its id, which only its code knows, is compared afterwards.
 *
 * @param ids each hash's, as 64 hexadecimal digits in lower case
 */
public record PluginLock(Path file, SortedMap<String, String> ids) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([a-z0-9-]{1,63})");
    private static final String HEADER = """
            # The plugins that may run, as `pawl plugin lock` wrote them: SHA-256, two blanks, id.
            # While this file is here, a plugin that is not in it is refused.
            """;

    public PluginLock {
        ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    }

    /** Where the lock of a plugins folder lies. */
    public static Path fileOf(Path plugins) {
        return plugins.toAbsolutePath().normalize().resolveSibling("config").resolve("plugins.lock");
    }

    /**
     * The lock of a plugins folder; empty where it has none, and every plugin may run.
     *
     * @throws PluginLockException at the first line that is no comment and no plugin
     */
    public static Optional<PluginLock> of(Path plugins) throws IOException {
        Path file = fileOf(plugins);
        List<String> lines;
        try {
            lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        SortedMap<String, String> ids = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher plugin = LINE.matcher(line);
            if (!plugin.matches()) {
                throw new PluginLockException(
                        file, i + 1, "this is no plugin; needed are 64 hexadecimal digits, two blanks and an id");
            }
            if (ids.put(plugin.group(1), plugin.group(2)) != null) {
                throw new PluginLockException(file, i + 1, "this hash is here a second time; leave one of the lines");
            }
        }
        return Optional.of(new PluginLock(file, ids));
    }

    /** The id that the lock has for that hash. */
    Optional<String> id(String sha256) {
        return Optional.ofNullable(ids.get(sha256));
    }

    /** The lock with these plugins in place of those of the same ids. */
    public PluginLock with(List<LoadedPlugin> plugins) {
        SortedMap<String, String> changed = new TreeMap<>(ids);
        for (LoadedPlugin plugin : plugins) {
            changed.values().removeIf(plugin.id()::equals);
            changed.put(plugin.sha256(), plugin.id());
        }
        return new PluginLock(file, changed);
    }

    /** Puts the file in place at once: a reader sees it as it was or as it is now. */
    public void write() throws IOException {
        String text = ids.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(plugin -> plugin.getKey() + "  " + plugin.getValue() + "\n")
                .collect(Collectors.joining("", HEADER, ""));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.resolveSibling("."));
        try {
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
