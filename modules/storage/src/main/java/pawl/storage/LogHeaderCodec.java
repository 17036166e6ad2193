package pawl.storage;

import static pawl.storage.LogHeader.HEADER_BYTES;
import static pawl.storage.LogIdentity.MOST_PLUGINS;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import pawl.storage.StorageFormatException.Kind;

/** The bytes of a {@link LogHeader}. */
final class LogHeaderCodec {
    static final int TOKEN_NAME_BYTES = 64;

    private static final byte[] MAGIC = "PAWL-LOG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 8;
    private static final int HEADER_LENGTH = 14;
    private static final int KIND = 16;
    private static final int RECORD_LENGTH = 17;
    private static final int PRICE_EXPONENT = 18;
    private static final int QUANTITY_EXPONENT = 19;
    private static final int MARK_EXPONENT = 20;
    private static final int FUNDING_RATE_EXPONENT = 21;
    private static final int PLUGIN_COUNT = 22;
    private static final int EPOCH_DAY = 24;
    private static final int TOKEN_NAME = 32;
    private static final int CONFIGURATION = 96;
    private static final int INPUT_FLAGS = 128;
    private static final int SYNTHETIC = 1;
    private static final int PLUGINS = 256;
    private static final int PLUGIN_BYTES = 128;
    private static final int PLUGIN_ID = 8;
    private static final int PLUGIN_VERSION = PLUGIN_ID + PluginStamp.ID_BYTES;
    private static final int PLUGIN_SHA256 = PLUGIN_VERSION + PluginStamp.VERSION_BYTES;
    private static final int CHECKSUM = HEADER_BYTES - 4;

    private LogHeaderCodec() {}

    static void encode(LogHeader header, byte[] into) {
        Arrays.fill(into, 0, HEADER_BYTES, (byte) 0);
        System.arraycopy(MAGIC, 0, into, 0, MAGIC.length);
        putVersion(header.version(), into, VERSION);
        LittleEndian.putShort(into, HEADER_LENGTH, HEADER_BYTES);
        into[KIND] = (byte) header.kind().code();
        into[RECORD_LENGTH] = RecordLayout.RECORD_BYTES;
        into[PRICE_EXPONENT] = (byte) header.priceExponent();
        into[QUANTITY_EXPONENT] = (byte) header.quantityExponent();
        into[MARK_EXPONENT] = (byte) header.markExponent();
        into[FUNDING_RATE_EXPONENT] = (byte) header.fundingRateExponent();
        LittleEndian.putLong(into, EPOCH_DAY, header.epochDay());
        FixedText.put(header.tokenName(), into, TOKEN_NAME);
        putHash(header.identity().configurationSha256(), into, CONFIGURATION);
        LittleEndian.putInt(into, INPUT_FLAGS, header.identity().isSynthetic() ? SYNTHETIC : 0);
        LittleEndian.putShort(into, PLUGIN_COUNT, header.identity().plugins().size());
        putPlugins(header.identity().plugins(), into, PLUGINS);
        LittleEndian.putInt(into, CHECKSUM, checksum(into));
    }

    /** The hash of the plugin table as a header holds it, by which a snapshot names the plugins. */
    static byte[] pluginsSha256(List<PluginStamp> plugins) {
        byte[] table = new byte[MOST_PLUGINS * PLUGIN_BYTES];
        putPlugins(plugins, table, 0);
        return Sha256.digest().digest(table);
    }

    /**
     * @param bytes at least the header
     * @param name of the file, for messages
     */
    static LogHeader decode(byte[] bytes, String name) throws StorageFormatException {
        requireMagic(MAGIC, bytes, name, "a Pawl log");
        FormatVersion version = getVersion(bytes, VERSION);
        version.requireReadable(name, VERSION);
        int found = LittleEndian.getInt(bytes, CHECKSUM);
        if (found != checksum(bytes)) {
            throw corrupt(
                    name,
                    CHECKSUM,
                    "the header's checksum is " + Integer.toHexString(found) + ", its bytes give "
                            + Integer.toHexString(checksum(bytes)));
        }
        try {
            return fields(bytes, version, name);
        } catch (IllegalArgumentException e) {
            throw corrupt(name, 0, "a field of the header is out of range: " + e.getMessage());
        }
    }

    private static LogHeader fields(byte[] bytes, FormatVersion version, String name) throws StorageFormatException {
        int pluginCount = LittleEndian.getUnsignedShort(bytes, PLUGIN_COUNT);
        if (LittleEndian.getUnsignedShort(bytes, HEADER_LENGTH) != HEADER_BYTES
                || bytes[RECORD_LENGTH] != RecordLayout.RECORD_BYTES
                || pluginCount > MOST_PLUGINS) {
            throw corrupt(name, HEADER_LENGTH, "a length or count in the header is not that of format 1");
        }
        List<PluginStamp> plugins = new ArrayList<>();
        for (int i = 0; i < pluginCount; i++) {
            plugins.add(plugin(bytes, PLUGINS + i * PLUGIN_BYTES, name));
        }
        return new LogHeader(
                version,
                kind(bytes[KIND], name),
                FixedText.get(bytes, TOKEN_NAME, TOKEN_NAME_BYTES),
                LittleEndian.getLong(bytes, EPOCH_DAY),
                bytes[PRICE_EXPONENT],
                bytes[QUANTITY_EXPONENT],
                bytes[MARK_EXPONENT],
                bytes[FUNDING_RATE_EXPONENT],
                new LogIdentity(
                        Sha256.hex(bytes, CONFIGURATION),
                        plugins,
                        (LittleEndian.getInt(bytes, INPUT_FLAGS) & SYNTHETIC) != 0));
    }

    static void requireMagic(byte[] magic, byte[] bytes, String name, String what) throws StorageFormatException {
        if (!Arrays.equals(magic, 0, magic.length, bytes, 0, magic.length)) {
            throw corrupt(name, 0, "these are not the first bytes of " + what);
        }
    }

    static void putVersion(FormatVersion version, byte[] into, int offset) {
        LittleEndian.putShort(into, offset, version.major());
        LittleEndian.putShort(into, offset + 2, version.minor());
        LittleEndian.putShort(into, offset + 4, version.patch());
    }

    static FormatVersion getVersion(byte[] bytes, int offset) {
        return new FormatVersion(
                LittleEndian.getUnsignedShort(bytes, offset),
                LittleEndian.getUnsignedShort(bytes, offset + 2),
                LittleEndian.getUnsignedShort(bytes, offset + 4));
    }

    static void putHash(String hex, byte[] into, int offset) {
        System.arraycopy(Sha256.bytes(hex), 0, into, offset, Sha256.BYTES);
    }

    private static void putPlugins(List<PluginStamp> plugins, byte[] into, int offset) {
        for (int i = 0; i < plugins.size(); i++) {
            PluginStamp plugin = plugins.get(i);
            int at = offset + i * PLUGIN_BYTES;
            into[at] = (byte) plugin.kind().code();
            FixedText.put(plugin.id(), into, at + PLUGIN_ID);
            FixedText.put(plugin.version(), into, at + PLUGIN_VERSION);
            putHash(plugin.sha256(), into, at + PLUGIN_SHA256);
        }
    }

    private static PluginStamp plugin(byte[] bytes, int offset, String name) throws StorageFormatException {
        for (PluginStamp.Kind kind : PluginStamp.Kind.values()) {
            if (kind.code() == bytes[offset]) {
                return new PluginStamp(
                        kind,
                        FixedText.get(bytes, offset + PLUGIN_ID, PluginStamp.ID_BYTES),
                        FixedText.get(bytes, offset + PLUGIN_VERSION, PluginStamp.VERSION_BYTES),
                        Sha256.hex(bytes, offset + PLUGIN_SHA256));
            }
        }
        throw corrupt(name, offset, "no kind of plugin has the code " + bytes[offset]);
    }

    private static LogKind kind(int code, String name) throws StorageFormatException {
        for (LogKind kind : LogKind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw corrupt(name, KIND, "no kind of log has the code " + code);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CHECKSUM);
        return (int) crc.getValue();
    }

    private static StorageFormatException corrupt(String name, int offset, String found) {
        return new StorageFormatException(Kind.CORRUPT, name, offset, found, "restore the file from a copy");
    }
}
