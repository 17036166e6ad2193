package pawl.kernel.contract;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which days of a data folder are meant; all that allow it where neither is named.
 *
 * @param day this one alone
 * @param before all days before this one
 */
public record ArchivedDays(Optional<LocalDate> day, Optional<LocalDate> before) {

    public boolean contains(LocalDate candidate) {
        return (day.isEmpty() || day.get().equals(candidate)) && (before.isEmpty() || candidate.isBefore(before.get()));
    }
}
