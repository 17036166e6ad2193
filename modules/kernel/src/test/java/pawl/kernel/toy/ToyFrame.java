package pawl.kernel.toy;

import java.nio.charset.StandardCharsets;

/**
 * A frame for {@link ToyAdapter}.
 *
 * @param venue 0 or 1
 */
public record ToyFrame(int venue, long tick, String text) {
    /** Whether it is of the hearing, not of the venue. */
    public boolean isOfHearing() {
        return text.startsWith("adapter ") || text.startsWith("state ") || text.startsWith("count ");
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
