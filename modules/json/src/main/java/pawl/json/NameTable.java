package pawl.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the position of a name in a list by its UTF-8 bytes, without making a text of them: open addressing over a table at most
 * half full. Immutable.
 */
public final class NameTable {
    /** What {@link #find} returns for a name that is not in the list. */
    public static final int ABSENT = -1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final byte[][] names;
    private final long[] firsts;
    private final long[] lasts;
    private final int[] positions;
    private final int shift;

    /** @throws IllegalArgumentException when a name is listed twice */
    public NameTable(List<String> listed) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(listed.size(), 1) * 2 - 1);
        names = new byte[1 << bits][0];
        firsts = new long[1 << bits];
        lasts = new long[1 << bits];
        positions = new int[1 << bits];
        shift = Long.SIZE - bits;
        Arrays.fill(positions, ABSENT);
        for (int position = 0; position < listed.size(); position++) {
            byte[] name = listed.get(position).getBytes(StandardCharsets.UTF_8);
            long first = first(name, 0, name.length);
            long last = last(name, 0, name.length);
            int slot = slot(name, 0, name.length, first, last);
            if (positions[slot] != ABSENT) {
                throw new IllegalArgumentException("the name " + listed.get(position) + " is listed twice");
            }
            names[slot] = name;
            firsts[slot] = first;
            lasts[slot] = last;
            positions[slot] = position;
        }
    }

    /** The position of the name that these bytes are, or {@link #ABSENT}. */
    public int find(byte[] bytes, int offset, int length) {
        long first = first(bytes, offset, length);
        return positions[slot(bytes, offset, length, first, last(bytes, offset, length))];
    }

    /** The slot that holds the name, or the free one where it would be. Names of the same words and length share a chain of slots. */
    private int slot(byte[] bytes, int offset, int length, long first, long last) {
        long mixed = (first ^ length) * MIX;
        int slot = (int) (((mixed ^ (mixed >>> Integer.SIZE) ^ last) * MIX) >>> shift);
        while (positions[slot] != ABSENT && !isAt(slot, bytes, offset, length, first, last)) {
            slot = (slot + 1) & (positions.length - 1);
        }
        return slot;
    }

    /** Two words and the length are all there is to compare of a name that the words cover. */
    private boolean isAt(int slot, byte[] bytes, int offset, int length, long first, long last) {
        byte[] name = names[slot];
        return name.length == length
                && firsts[slot] == first
                && lasts[slot] == last
                && (length <= 2 * Long.BYTES || Arrays.equals(name, 0, length, bytes, offset, offset + length));
    }

    /** The first eight bytes as a word, of a shorter name all of them. */
    private static long first(byte[] bytes, int offset, int length) {
        if (length >= Long.BYTES) {
            return (long) WORD.get(bytes, offset);
        }
        if (length > 0 && offset <= bytes.length - Long.BYTES) {
            return (long) WORD.get(bytes, offset) & (-1L >>> ((Long.BYTES - length) * Byte.SIZE));
        }
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = word << Byte.SIZE | (bytes[offset + i] & 0xff);
        }
        return word;
    }

    /** The last eight bytes as a word; 0 where the first word has them all. */
    private static long last(byte[] bytes, int offset, int length) {
        return length > Long.BYTES ? (long) WORD.get(bytes, offset + length - Long.BYTES) : 0;
    }
}
