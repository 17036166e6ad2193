package pawl.kernel.contract;

import java.util.List;
import java.util.SequencedMap;

/**
 * Why a token stood where it stood after one tick.
 *
 * @param isSynthetic whether a market model made the inputs
 * @param parts by name, each with named values: texts, {@link Long}, {@link Double}, {@link Boolean}
 * @param records what the tick flushed and decided, as in the token's log
 */
public record Explanation(
        String token,
        long tick,
        boolean isSynthetic,
        SequencedMap<String, SequencedMap<String, Object>> parts,
        List<LogRecord> records) {}
