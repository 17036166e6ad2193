package pawl.kernel.contract;

import java.time.LocalDate;

/**
 * A sealed UTC day.
 *
 * @param operator whose key signed it, by name; {@code unsigned} where none did
 * @param isNew whether this call sealed it; else it had been, with the same bytes
 * @param records over all tokens
 * @param root of the day's tree, base64
 * @param file of the day's checkpoint, in the data folder
 */
public record SealReport(
        LocalDate day,
        String operator,
        boolean isSigned,
        boolean isNew,
        int tokens,
        long records,
        String root,
        String file) {}
