package pawl.kernel.simulate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pawl.storage.LogHeader;

/** Ticks of records as they lie in a file's bytes, whatever else is wrong there: docs/format.md, read without the engine's readers. */
final class RawTicks {
    private static final int RECORD_BYTES = 64;
    private static final int TICK_OFFSET = 8;
    private static final byte TICK_TYPE = 40;

    private RawTicks() {}

    /** The tick of the record that has that byte; -1 where there is no whole one. */
    static long atByte(byte[] file, int size, int at) {
        int record = LogHeader.HEADER_BYTES + (at - LogHeader.HEADER_BYTES) / RECORD_BYTES * RECORD_BYTES;
        return record + RECORD_BYTES > size
                ? -1
                : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(record + TICK_OFFSET);
    }

    /** The tick of the last whole TICK record; -1 where there is none. */
    static long lastCommitted(byte[] tickLog) {
        int records = (tickLog.length - LogHeader.HEADER_BYTES) / RECORD_BYTES;
        for (int record = records - 1; record >= 0; record--) {
            int at = LogHeader.HEADER_BYTES + record * RECORD_BYTES;
            if (tickLog[at] == TICK_TYPE) {
                return atByte(tickLog, tickLog.length, at);
            }
        }
        return -1;
    }
}
