package pawl.kernel.contract;

import java.util.Optional;

/**
 * Something that two runs both may have, and in which they differ.
 *
 * @param name of it; a configuration's setting by JSON Pointer
 * @param left as in {@link LogRecord#fields}; empty where only the right one has it
 * @param right likewise
 */
public record ValueDifference(String name, Optional<Object> left, Optional<Object> right) {}
