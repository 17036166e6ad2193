package pawl.kernel.contract;

import java.util.SequencedMap;

/**
 * One record of a log, for people and scripts.
 *
 * @param log its file
 * @param token whose log it is; empty in a tick log
 * @param sequence its position in the file, from 0
 * @param fields by name, {@code sequence}, {@code tick} and {@code type} among the first: texts, {@link Long}, {@link Double}, {@link Boolean} and lists of texts;
 *     prices and quantities are exact decimal texts
 */
public record LogRecord(String log, String token, long sequence, SequencedMap<String, Object> fields) {}
