package pawl.kernel.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in a queue's bytes. They never leave the process, so their order of bytes is the machine's. */
final class Words {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Words() {}

    static int getInt(byte[] source, int at) {
        return (int) INTS.get(source, at);
    }

    static void putInt(byte[] target, int at, int value) {
        INTS.set(target, at, value);
    }

    static long getLong(byte[] source, int at) {
        return (long) LONGS.get(source, at);
    }

    static void putLong(byte[] target, int at, long value) {
        LONGS.set(target, at, value);
    }
}
