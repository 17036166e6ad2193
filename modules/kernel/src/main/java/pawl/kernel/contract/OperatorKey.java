package pawl.kernel.contract;

import java.nio.file.Path;

/**
 * An operator's key, without its secret.
 *
 * @param id eight hexadecimal digits, which signatures carry
 * @param publicLine what is to be given to everybody
 * @param file of the secret half
 * @param publicFile of the public half; it may have been moved
 */
public record OperatorKey(String name, String id, String publicLine, Path file, Path publicFile) {}
