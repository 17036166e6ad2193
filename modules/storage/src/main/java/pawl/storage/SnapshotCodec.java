package pawl.storage;

import static pawl.storage.SnapshotHeader.HEADER_BYTES;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pawl.api.token.Ticks;
import pawl.storage.StorageFormatException.Kind;

/** The bytes of a snapshot: header, words, and the SHA-256 of both. */
final class SnapshotCodec {
    private static final byte[] MAGIC = "PAWLSNAP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 8;
    private static final int HEADER_LENGTH = 14;
    private static final int TICK = 16;
    private static final int EPOCH_DAY = 24;
    private static final int LOG_RECORDS = 32;
    private static final int WORDS = 40;
    private static final int REGION_COUNT = 44;
    private static final int TOKEN_NAME = 48;
    private static final int CONFIGURATION = 112;
    private static final int PLUGINS = 144;
    private static final int REGIONS = 176;
    private static final int REGION_BYTES = 24;
    private static final int REGION_FIRST_WORD = StateRegion.NAME_BYTES;
    private static final int REGION_LENGTH = REGION_FIRST_WORD + Integer.BYTES;

    private SnapshotCodec() {}

    static int sizeBytes(int words) {
        return Math.addExact(HEADER_BYTES + Sha256.BYTES, Math.multiplyExact(words, Long.BYTES));
    }

    /** Writes {@link #sizeBytes} bytes from the start of {@code into}. */
    static void encode(SnapshotHeader header, long[] words, int base, byte[] into) {
        Arrays.fill(into, 0, HEADER_BYTES, (byte) 0);
        System.arraycopy(MAGIC, 0, into, 0, MAGIC.length);
        LogHeaderCodec.putVersion(header.version(), into, VERSION);
        LittleEndian.putShort(into, HEADER_LENGTH, HEADER_BYTES);
        LittleEndian.putLong(into, TICK, header.tick());
        LittleEndian.putLong(into, EPOCH_DAY, header.epochDay());
        LittleEndian.putLong(into, LOG_RECORDS, header.logRecords());
        LittleEndian.putInt(into, WORDS, header.words());
        LittleEndian.putShort(into, REGION_COUNT, header.regions().size());
        FixedText.put(header.tokenName(), into, TOKEN_NAME);
        LogHeaderCodec.putHash(header.configurationSha256(), into, CONFIGURATION);
        LogHeaderCodec.putHash(header.pluginsSha256(), into, PLUGINS);
        for (int i = 0; i < header.regions().size(); i++) {
            StateRegion region = header.regions().get(i);
            int at = REGIONS + i * REGION_BYTES;
            FixedText.put(region.name(), into, at);
            LittleEndian.putInt(into, at + REGION_FIRST_WORD, region.firstWord());
            LittleEndian.putInt(into, at + REGION_LENGTH, region.lengthWords());
        }
        for (int word = 0; word < header.words(); word++) {
            LittleEndian.putLong(into, HEADER_BYTES + word * Long.BYTES, words[base + word]);
        }
        putHash(into, HEADER_BYTES + header.words() * Long.BYTES);
    }

    /** The header of a snapshot of which every bit was checked. */
    static SnapshotHeader decode(byte[] bytes, int length, String name) throws StorageFormatException {
        if (length < HEADER_BYTES + Sha256.BYTES) {
            throw truncated(name, length, HEADER_BYTES + Sha256.BYTES);
        }
        LogHeaderCodec.requireMagic(MAGIC, bytes, name, "a Pawl snapshot");
        FormatVersion version = LogHeaderCodec.getVersion(bytes, VERSION);
        version.requireReadable(name, VERSION);
        long words = LittleEndian.getInt(bytes, WORDS) & 0xffff_ffffL;
        long expectedLength = HEADER_BYTES + words * Long.BYTES + Sha256.BYTES;
        if (length < expectedLength) {
            throw truncated(name, length, expectedLength);
        }
        if (length > expectedLength) {
            throw corrupt(name, expectedLength, "the file has " + length + " bytes, its header says " + expectedLength);
        }
        int hashAt = length - Sha256.BYTES;
        String expected = Sha256.hex(sha256(bytes, hashAt));
        if (!expected.equals(Sha256.hex(bytes, hashAt))) {
            throw corrupt(name, hashAt, "its hash is " + Sha256.hex(bytes, hashAt) + ", its bytes give " + expected);
        }
        try {
            return header(bytes, version, (int) words, name);
        } catch (IllegalArgumentException e) {
            throw corrupt(name, 0, "a field of the header is out of range: " + e.getMessage());
        }
    }

    static void words(byte[] bytes, int words, long[] into, int base) {
        for (int word = 0; word < words; word++) {
            into[base + word] = LittleEndian.getLong(bytes, HEADER_BYTES + word * Long.BYTES);
        }
    }

    private static SnapshotHeader header(byte[] bytes, FormatVersion version, int words, String name)
            throws StorageFormatException {
        int regionCount = LittleEndian.getUnsignedShort(bytes, REGION_COUNT);
        long tick = LittleEndian.getLong(bytes, TICK);
        long epochDay = LittleEndian.getLong(bytes, EPOCH_DAY);
        if (LittleEndian.getUnsignedShort(bytes, HEADER_LENGTH) != HEADER_BYTES
                || regionCount > SnapshotHeader.MOST_REGIONS
                || epochDay != Ticks.epochDay(tick)) {
            throw corrupt(name, HEADER_LENGTH, "a length, a count or the day in the header is not that of format 1");
        }
        List<StateRegion> regions = new ArrayList<>();
        for (int i = 0; i < regionCount; i++) {
            int at = REGIONS + i * REGION_BYTES;
            regions.add(new StateRegion(
                    FixedText.get(bytes, at, StateRegion.NAME_BYTES),
                    LittleEndian.getInt(bytes, at + REGION_FIRST_WORD),
                    LittleEndian.getInt(bytes, at + REGION_LENGTH)));
        }
        return new SnapshotHeader(
                version,
                FixedText.get(bytes, TOKEN_NAME, LogHeaderCodec.TOKEN_NAME_BYTES),
                tick,
                epochDay,
                LittleEndian.getLong(bytes, LOG_RECORDS),
                Sha256.hex(bytes, CONFIGURATION),
                Sha256.hex(bytes, PLUGINS),
                words,
                regions);
    }

    private static void putHash(byte[] bytes, int at) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, at);
        try {
            digest.digest(bytes, at, Sha256.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a hash behind " + at + " bytes", e);
        }
    }

    private static byte[] sha256(byte[] bytes, int length) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private static StorageFormatException truncated(String name, long found, long expected) {
        return new StorageFormatException(
                Kind.TRUNCATED,
                name,
                found,
                "the snapshot has " + found + " of " + expected + " bytes",
                "delete it; the engine can start from an earlier one");
    }

    private static StorageFormatException corrupt(String name, long offset, String found) {
        return new StorageFormatException(
                Kind.CORRUPT, name, offset, found, "delete it; the engine can start from an earlier one");
    }
}
