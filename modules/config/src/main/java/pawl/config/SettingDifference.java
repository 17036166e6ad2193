package pawl.config;

import java.util.Optional;

/**
 * A setting in which two configurations differ.
 *
 * @param pointer where it is, as a JSON Pointer (RFC 6901)
 * @param left its value as JSON; empty where only the other has it
 * @param right likewise
 */
public record SettingDifference(String pointer, Optional<String> left, Optional<String> right) {}
