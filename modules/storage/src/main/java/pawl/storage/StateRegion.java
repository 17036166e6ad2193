package pawl.storage;

/**
 * A named part of a token's block of state, for those who read a snapshot.
 *
 * @param name whose it is: 1 to 16 bytes of UTF-8
 * @param firstWord from the start of the block, in 64-bit words
 * @param lengthWords in 64-bit words
 */
public record StateRegion(String name, int firstWord, int lengthWords) {
    static final int NAME_BYTES = 16;

    /** @throws IllegalArgumentException when the name does not fit or a number is negative */
    public StateRegion {
        FixedText.requireFits("region name", name, NAME_BYTES);
        if (firstWord < 0 || lengthWords < 0) {
            throw new IllegalArgumentException(
                    "region " + name + ": first word " + firstWord + ", length " + lengthWords);
        }
    }
}
