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
    private final int[] positions;
    private final int shift;

    /** @throws IllegalArgumentException when a name is listed twice */
    public NameTable(List<String> listed) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(listed.size(), 1) * 2 - 1);
        names = new byte[1 << bits][];
        positions = new int[1 << bits];
        shift = Long.SIZE - bits;
        Arrays.fill(positions, ABSENT);
        for (int position = 0; position < listed.size(); position++) {
            byte[] name = listed.get(position).getBytes(StandardCharsets.UTF_8);
            int slot = slot(name, 0, name.length);
            if (positions[slot] != ABSENT) {
                throw new IllegalArgumentException("the name " + listed.get(position) + " is listed twice");
            }
            names[slot] = name;
            positions[slot] = position;
        }
    }

    /** The position of the name that these bytes are, or {@link #ABSENT}. */
    public int find(byte[] bytes, int offset, int length) {
        return positions[slot(bytes, offset, length)];
    }

    /** The slot that holds the name, or the free one where it would be. */
    private int slot(byte[] bytes, int offset, int length) {
        int slot = (int) (hash(bytes, offset, length) >>> shift);
        while (positions[slot] != ABSENT && !isAt(slot, bytes, offset, length)) {
            slot = (slot + 1) & (positions.length - 1);
        }
        return slot;
    }

    private boolean isAt(int slot, byte[] bytes, int offset, int length) {
        byte[] name = names[slot];
        return Arrays.equals(name, 0, name.length, bytes, offset, offset + length);
    }

    /** Of the first eight bytes, the last eight and the length; names that agree in these share a chain of slots. */
    private static long hash(byte[] bytes, int offset, int length) {
        if (length >= Long.BYTES) {
            long first = (long) WORD.get(bytes, offset);
            long last = (long) WORD.get(bytes, offset + length - Long.BYTES);
            return mix(first, last, length);
        }
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = word << Byte.SIZE | (bytes[offset + i] & 0xff);
        }
        return mix(word, 0, length);
    }

    private static long mix(long first, long last, int length) {
        long mixed = (first ^ length) * MIX;
        return (mixed ^ mixed >>> Integer.SIZE ^ last) * MIX;
    }
}
