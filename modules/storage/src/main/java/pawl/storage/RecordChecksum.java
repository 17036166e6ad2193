package pawl.storage;

import java.util.zip.CRC32C;

/**
 * The CRC32C of a record, taken over its place as well as its bytes: the record's sequence in the file, the file's epoch day, then
 * the record without its checksum. A sound record that was moved to another place or day fails. Reused; one for one thread.
 */
final class RecordChecksum {
    private static final int DAY = 8;
    private static final int FIRST_PART = 16;
    private static final int SECOND_PART = FIRST_PART + RecordLayout.CHECKSUM;
    private static final int SECOND_PART_BYTES = RecordLayout.RECORD_BYTES - RecordLayout.TICK;

    private final CRC32C crc = new CRC32C();
    // One contiguous run, because each update of a CRC costs more than these copies do.
    private final byte[] input = new byte[SECOND_PART + SECOND_PART_BYTES];

    int of(byte[] bytes, int offset, long sequence, long epochDay) {
        LittleEndian.putLong(input, 0, sequence);
        LittleEndian.putLong(input, DAY, epochDay);
        LittleEndian.putInt(input, FIRST_PART, LittleEndian.getInt(bytes, offset));
        System.arraycopy(bytes, offset + RecordLayout.TICK, input, SECOND_PART, SECOND_PART_BYTES);
        crc.reset();
        crc.update(input, 0, input.length);
        return (int) crc.getValue();
    }
}
