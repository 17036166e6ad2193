package pawl.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.capture.PluginIdentity.Kind;

/** The bytes of a RECORDED_UNDER record after its kind and feed (docs/capture-format.md). */
final class RecordedUnderCodec {
    /** Kind, the two texts' lengths, a zero byte, the hash. */
    private static final int PLUGIN_FIXED_BYTES = 4 + Sha256.BYTES;

    private RecordedUnderCodec() {}

    /** All that follows {@link PawlFormat#CONFIGURATION_AT}. */
    static byte[] encode(RecordedUnder under) {
        int size = PawlFormat.PLUGINS_AT - PawlFormat.CONFIGURATION_AT;
        for (PluginIdentity plugin : under.plugins()) {
            size += PLUGIN_FIXED_BYTES + utf8(plugin.id()).length + utf8(plugin.version()).length;
        }
        byte[] bytes = new byte[size];
        int at = put(bytes, 0, Sha256.bytes(under.configurationSha256()));
        LittleEndian.putShort(bytes, at, under.plugins().size());
        at += 2;
        for (PluginIdentity plugin : under.plugins()) {
            byte[] id = utf8(plugin.id());
            byte[] version = utf8(plugin.version());
            bytes[at] = (byte) plugin.kind().code();
            bytes[at + 1] = (byte) id.length;
            bytes[at + 2] = (byte) version.length;
            at = put(bytes, at + 4, Sha256.bytes(plugin.sha256()));
            at = put(bytes, at, id);
            at = put(bytes, at, version);
        }
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int put(byte[] into, int at, byte[] part) {
        System.arraycopy(part, 0, into, at, part.length);
        return at + part.length;
    }

    /** Empty when the record makes no sense. */
    static Optional<RecordedUnder> decode(byte[] bytes, int start, int recordBytes) {
        if (recordBytes < PawlFormat.PLUGINS_AT) {
            return Optional.empty();
        }
        int count = LittleEndian.getUnsignedShort(bytes, start + PawlFormat.PLUGIN_COUNT_AT);
        int end = start + recordBytes;
        int at = start + PawlFormat.PLUGINS_AT;
        List<PluginIdentity> plugins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (end - at < PLUGIN_FIXED_BYTES) {
                return Optional.empty();
            }
            Optional<Kind> kind = kind(bytes[at]);
            int idBytes = bytes[at + 1] & 0xff;
            int versionBytes = bytes[at + 2] & 0xff;
            int idAt = at + PLUGIN_FIXED_BYTES;
            if (kind.isEmpty() || idBytes == 0 || versionBytes == 0 || end - idAt < idBytes + versionBytes) {
                return Optional.empty();
            }
            String id = new String(bytes, idAt, idBytes, StandardCharsets.UTF_8);
            String version = new String(bytes, idAt + idBytes, versionBytes, StandardCharsets.UTF_8);
            if (utf8(id).length != idBytes || utf8(version).length != versionBytes) {
                return Optional.empty(); // what is not UTF-8 was replaced
            }
            plugins.add(new PluginIdentity(kind.get(), id, version, Sha256.hex(bytes, at + 4)));
            at = idAt + idBytes + versionBytes;
        }
        String configuration = Sha256.hex(bytes, start + PawlFormat.CONFIGURATION_AT);
        return at == end ? Optional.of(new RecordedUnder(configuration, plugins, Optional.empty())) : Optional.empty();
    }

    private static Optional<Kind> kind(int code) {
        for (Kind kind : Kind.values()) {
            if (kind.code() == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
