package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pawl.api.storage.StorageException;
import pawl.config.ConfigurationDifference;
import pawl.config.SettingDifference;
import pawl.kernel.contract.ValueDifference;
import pawl.storage.ConfigurationFiles;
import pawl.storage.LogHeader;
import pawl.storage.LogRecords;
import pawl.storage.PluginStamp;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** In what two runs differ before a record is read: format, configuration, plugins, exponents, and which logs and ticks there are. */
final class HeaderComparison {
    private static final int MOST_MISSING_LOGS = 8;

    private final ComparedRun left;
    private final ComparedRun right;
    private final Map<String, ValueDifference> found = new LinkedHashMap<>();

    private HeaderComparison(ComparedRun left, ComparedRun right) {
        this.left = left;
        this.right = right;
    }

    static List<ValueDifference> of(ComparedRun left, ComparedRun right)
            throws StorageException, StorageFormatException {
        HeaderComparison comparison = new HeaderComparison(left, right);
        for (long day : ComparedRun.days(left, right)) {
            comparison.compareDay(day);
        }
        comparison.compareLogs();
        comparison.add("first tick", text(left.firstTick()), text(right.firstTick()));
        comparison.add("last tick", text(left.lastTick()), text(right.lastTick()));
        return List.copyOf(comparison.found.values());
    }

    private void compareDay(long day) throws StorageException, StorageFormatException {
        Optional<LogRecords> leftTicks = left.ticks(day);
        Optional<LogRecords> rightTicks = right.ticks(day);
        if (leftTicks.isPresent() && rightTicks.isPresent()) {
            compare(leftTicks.get().header(), rightTicks.get().header());
        }
        for (String token : ComparedRun.tokens(left, right, day)) {
            Optional<LogRecords> leftLog = left.token(token, day);
            Optional<LogRecords> rightLog = right.token(token, day);
            if (leftLog.isPresent() && rightLog.isPresent()) {
                add(
                        "exponents of " + token,
                        exponents(leftLog.get().header()),
                        exponents(rightLog.get().header()));
            }
        }
    }

    private void compare(LogHeader ofLeft, LogHeader ofRight) throws StorageException {
        add(
                "format",
                Optional.of(ofLeft.version().text()),
                Optional.of(ofRight.version().text()));
        add("inputs", Optional.of(inputs(ofLeft)), Optional.of(inputs(ofRight)));
        comparePlugins(ofLeft, ofRight);
        String leftSha256 = ofLeft.identity().configurationSha256();
        String rightSha256 = ofRight.identity().configurationSha256();
        if (!leftSha256.equals(rightSha256) && !found.containsKey("configuration")) {
            add("configuration", Optional.of(leftSha256), Optional.of(rightSha256));
            Optional<byte[]> leftJson = configuration(left, leftSha256);
            Optional<byte[]> rightJson = configuration(right, rightSha256);
            if (leftJson.isPresent() && rightJson.isPresent()) {
                for (SettingDifference setting : ConfigurationDifference.between(leftJson.get(), rightJson.get())) {
                    add("configuration " + setting.pointer(), setting.left(), setting.right());
                }
            }
        }
    }

    private void comparePlugins(LogHeader ofLeft, LogHeader ofRight) {
        Map<String, String> leftPlugins = plugins(ofLeft);
        Map<String, String> rightPlugins = plugins(ofRight);
        TreeSet<String> names = new TreeSet<>(leftPlugins.keySet());
        names.addAll(rightPlugins.keySet());
        for (String name : names) {
            add(name, Optional.ofNullable(leftPlugins.get(name)), Optional.ofNullable(rightPlugins.get(name)));
        }
    }

    private static Map<String, String> plugins(LogHeader header) {
        Map<String, String> plugins = new TreeMap<>();
        for (PluginStamp plugin : header.identity().plugins()) {
            plugins.put(
                    "plugin " + plugin.kind().name().toLowerCase(Locale.ROOT) + " " + plugin.id(),
                    plugin.version() + " sha256:" + plugin.sha256());
        }
        return plugins;
    }

    /** A folder from which it was taken away still tells its hash. */
    private static Optional<byte[]> configuration(ComparedRun run, String sha256) throws StorageException {
        try {
            return run.store().exists(new StoreName.Configuration(sha256).text())
                    ? Optional.of(ConfigurationFiles.read(run.store(), sha256))
                    : Optional.empty();
        } catch (StorageFormatException e) {
            return Optional.empty();
        }
    }

    private void compareLogs() {
        Set<String> leftLogs = logs(left);
        Set<String> rightLogs = logs(right);
        TreeSet<String> missing = new TreeSet<>(leftLogs);
        missing.addAll(rightLogs);
        missing.removeIf(name -> leftLogs.contains(name) && rightLogs.contains(name));
        List<String> names = new ArrayList<>(missing);
        for (String name : names.subList(0, Math.min(names.size(), MOST_MISSING_LOGS))) {
            boolean isLeft = leftLogs.contains(name);
            add(
                    name,
                    isLeft ? Optional.of("there") : Optional.empty(),
                    isLeft ? Optional.empty() : Optional.of("there"));
        }
        if (names.size() > MOST_MISSING_LOGS) {
            long ofLeft = names.stream().filter(leftLogs::contains).count();
            add("logs that only one has", Optional.of(ofLeft), Optional.of(names.size() - ofLeft));
        }
    }

    private static Set<String> logs(ComparedRun run) {
        Set<String> names = new TreeSet<>();
        run.catalog().tokenLogs().forEach(log -> names.add(log.text()));
        run.catalog().tickLogs().forEach(log -> names.add(log.text()));
        return names;
    }

    private void add(String name, Optional<?> ofLeft, Optional<?> ofRight) {
        if (!ofLeft.equals(ofRight)) {
            found.putIfAbsent(name, new ValueDifference(name, ofLeft.map(value -> value), ofRight.map(value -> value)));
        }
    }

    private static Optional<Long> text(OptionalLong tick) {
        return tick.isPresent() ? Optional.of(tick.getAsLong()) : Optional.empty();
    }

    private static String inputs(LogHeader header) {
        return header.identity().isSynthetic() ? "synthetic" : "recorded";
    }

    private static Optional<String> exponents(LogHeader header) {
        return Optional.of("price " + header.priceExponent() + ", quantity " + header.quantityExponent() + ", mark "
                + header.markExponent() + ", funding rate " + header.fundingRateExponent());
    }
}
