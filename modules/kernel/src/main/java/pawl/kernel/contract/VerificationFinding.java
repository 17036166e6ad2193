package pawl.kernel.contract;

import java.util.OptionalLong;

/**
 * One thing in a data folder that is not as an engine leaves it.
 *
 * @param file its name in the folder
 * @param offset in bytes from the start of the file
 * @param tick at which it shows; empty where it is of no single tick
 * @param what was found, and what to do
 */
public record VerificationFinding(String file, long offset, OptionalLong tick, String what) {
    /** Of no single tick. */
    public VerificationFinding(String file, long offset, String what) {
        this(file, offset, OptionalLong.empty(), what);
    }
}
