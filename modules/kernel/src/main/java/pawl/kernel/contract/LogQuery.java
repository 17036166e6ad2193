package pawl.kernel.contract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which records of which logs.
 *
 * @param paths data folders, or single log files
 * @param token only this token's logs; without it all tokens', the tick log left out
 * @param day only this UTC day's
 * @param types only records of these types, by name; empty for all
 * @param fromTick only records of this tick or later
 * @param toTick only records of this tick or earlier
 */
public record LogQuery(
        List<Path> paths,
        Optional<String> token,
        Optional<LocalDate> day,
        Set<String> types,
        OptionalLong fromTick,
        OptionalLong toTick) {

    public LogQuery {
        paths = List.copyOf(paths);
        types = Set.copyOf(types);
    }

    /** Everything in those data folders or files. */
    public static LogQuery all(List<Path> paths) {
        return new LogQuery(
                paths, Optional.empty(), Optional.empty(), Set.of(), OptionalLong.empty(), OptionalLong.empty());
    }
}
