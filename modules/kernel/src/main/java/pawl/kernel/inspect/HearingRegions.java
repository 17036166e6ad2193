package pawl.kernel.inspect;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedState;
import pawl.api.plugin.StateBlock;
import pawl.storage.EngineLog;
import pawl.storage.PluginStamp;

/** The regions of a token's block that tell how its venues are heard, as names and values; {@code docs/format.md} has their layout. */
final class HearingRegions {
    private static final int LEVEL_WORD = 0;
    private static final int FLAGS_WORD = 1;
    private static final int SHA256_WORD = 2;
    private static final int QUARANTINED = 1;
    private static final int CHANGED = 2;

    private static final int STREAM_BITS = 8;
    private static final int STATE_BITS = 3;
    private static final int STATE_MASK = (1 << STATE_BITS) - 1;
    private static final int SAMPLED = 1 << (2 * STATE_BITS);

    private HearingRegions() {}

    /** Six words for each venue. */
    static SequencedMap<String, Object> adapters(StateBlock block) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        for (int venue = 0; venue < block.length() / EngineLog.ADAPTER_STATE_WORDS; venue++) {
            StateBlock adapter = block.part(venue * EngineLog.ADAPTER_STATE_WORDS, EngineLog.ADAPTER_STATE_WORDS);
            String name = "venue" + venue + ".";
            long flags = adapter.getLong(FLAGS_WORD);
            fields.put(name + "failureLevel", adapter.getLong(LEVEL_WORD));
            fields.put(name + "isInQuarantine", (flags & QUARANTINED) != 0);
            fields.put(name + "isOtherAdapter", (flags & CHANGED) != 0);
            if ((flags & CHANGED) != 0) {
                fields.put(name + "adapter", sha256(adapter));
            }
        }
        return fields;
    }

    private static String sha256(StateBlock adapter) {
        return PluginStamp.sha256Of(word -> adapter.getLong(SHA256_WORD + word));
    }

    /** A word for each venue, in it a byte for each stream; those that were never heard of are left out. */
    static SequencedMap<String, Object> streams(StateBlock block) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        for (int venue = 0; venue < block.length(); venue++) {
            for (int stream = EventKind.TRADE.code(); stream <= EventKind.FUNDING.code(); stream++) {
                int state = (int) (block.getLong(venue) >>> ((stream - 1) * STREAM_BITS)) & 0xff;
                if (state != 0) {
                    String name = "venue" + venue + "." + EventKind.ofCode(stream) + ".";
                    fields.put(name + "logged", state(state & STATE_MASK));
                    fields.put(name + "heard", state(state >>> STATE_BITS & STATE_MASK));
                    fields.put(name + "isSampled", (state & SAMPLED) != 0);
                }
            }
        }
        return fields;
    }

    private static String state(int code) {
        for (FeedState state : FeedState.values()) {
            if (state.code() == code) {
                return state.name();
            }
        }
        return Integer.toString(code);
    }
}
