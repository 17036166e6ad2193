package pawl.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import pawl.kernel.contract.LogQuery;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which records of which logs. */
final class LogSelection {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Data folders, or single log files.")
    private List<Path> paths = List.of();

    @Option(names = "--token", paramLabel = "NAME", description = "Only this token's logs.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            converter = Arguments.Day.class,
            description = "Only this UTC day's logs.")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Only records of this type; may be given again.")
    private Set<String> types = new TreeSet<>();

    @Option(
            names = "--from-tick",
            paramLabel = "TICK",
            converter = Arguments.Tick.class,
            description = "Only records of this tick or later.")
    private Optional<Long> fromTick = Optional.empty();

    @Option(
            names = "--to-tick",
            paramLabel = "TICK",
            converter = Arguments.Tick.class,
            description = "Only records of this tick or earlier.")
    private Optional<Long> toTick = Optional.empty();

    LogQuery query() {
        return new LogQuery(paths, token, day, types, optional(fromTick), optional(toTick));
    }

    private static OptionalLong optional(Optional<Long> tick) {
        return tick.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
