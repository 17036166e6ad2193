package pawl.api.plugin;

import java.util.Objects;

/**
 * A fixed stretch of 64-bit words in a token's block of state (D9): all that a plugin or layer may remember of the token. It starts
 * as zeros, is written whole into snapshots, and cannot be left: an index outside it throws. A view, made once for each token;
 * owned by the engine's thread.
 */
public final class StateBlock {
    private final long[] words;
    private final int base;
    private final int length;

    /** A view of {@code length} words from {@code base} on; what is written through it is written to the array. */
    public StateBlock(long[] words, int base, int length) {
        Objects.checkFromIndexSize(base, length, words.length);
        this.words = words;
        this.base = base;
        this.length = length;
    }

    /** In words. */
    public int length() {
        return length;
    }

    /** @throws IndexOutOfBoundsException when the word lies outside the block */
    public long getLong(int word) {
        return words[base + Objects.checkIndex(word, length)];
    }

    /** @throws IndexOutOfBoundsException when the word lies outside the block */
    public void setLong(int word, long value) {
        words[base + Objects.checkIndex(word, length)] = value;
    }

    /** @throws IndexOutOfBoundsException when the word lies outside the block */
    public double getDouble(int word) {
        return Double.longBitsToDouble(getLong(word));
    }

    /**
     * @throws IndexOutOfBoundsException when the word lies outside the block
     * @throws ArithmeticException when the value is NaN or infinite, which cannot enter the state (D4)
     */
    public void setDouble(int word, double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("word " + word + " of a state block was to become " + value
                    + "; a division or a square root lacks its guard (D4)");
        }
        setLong(word, Double.doubleToRawLongBits(value));
    }

    /**
     * A view on some of its words.
     *
     * @throws IndexOutOfBoundsException when they do not all lie inside the block
     */
    public StateBlock part(int first, int partLength) {
        return new StateBlock(words, base + Objects.checkFromIndexSize(first, partLength, length), partLength);
    }

    /**
     * Takes over the words of another block.
     *
     * @throws IllegalArgumentException when it is of another length
     */
    public void copyFrom(StateBlock other) {
        if (other.length != length) {
            throw new IllegalArgumentException("a block of " + other.length + " words into one of " + length);
        }
        System.arraycopy(other.words, other.base, words, base, length);
    }

    /** Zeros all of it: as for a token never seen. */
    public void clear() {
        for (int i = base; i < base + length; i++) {
            words[i] = 0;
        }
    }
}
