package pawl.storage;

import java.util.Objects;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;

/**
 * One record where it lies, without a copy: valid until its reader moves on. An accessor is meaningful for the type its comment
 * names and undefined for others.
 */
public final class RecordView {
    /** The size of each. */
    public static final int BYTES = RecordLayout.RECORD_BYTES;

    private byte[] bytes = new byte[BYTES];
    private int offset;
    private long sequence;

    RecordView() {}

    void wrap(byte[] newBytes, int newOffset, long newSequence) {
        bytes = newBytes;
        offset = newOffset;
        sequence = newSequence;
    }

    /** Position among the records of its file, from 0. */
    public long sequence() {
        return sequence;
    }

    /** Where it starts in its file, in bytes. */
    public long offset() {
        return RecordLayout.offset(sequence);
    }

    int typeCode() {
        return LittleEndian.getUnsignedByte(bytes, offset + RecordLayout.TYPE);
    }

    public RecordType type() {
        return RecordType.ofCode(typeCode()).orElseThrow();
    }

    /** Of an event, of STREAM_STATES and of ADAPTER_STATE. */
    public int venueIndex() {
        return LittleEndian.getUnsignedByte(bytes, offset + RecordLayout.VENUE_INDEX);
    }

    /** Of an event: {@link pawl.api.event.EventFlag}. */
    public int flags() {
        return LittleEndian.getUnsignedShort(bytes, offset + RecordLayout.FLAGS);
    }

    /** The CRC32C that binds the record to its place; all 32 bits are used. */
    public int checksum() {
        return LittleEndian.getInt(bytes, offset + RecordLayout.CHECKSUM);
    }

    public long tick() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.TICK);
    }

    /** Word 0 to 5 of an event: {@link EventBatch#payload}. */
    public long payload(int word) {
        int at = RecordLayout.PAYLOAD + Objects.checkIndex(word, EventBatch.PAYLOAD_WORDS) * Long.BYTES;
        return LittleEndian.getLong(bytes, offset + at);
    }

    /** TRANSITION. */
    public TransitionRecord transition() {
        return TransitionRecord.decode(bytes, offset);
    }

    /** TIER_CHANGE: the tier up to this tick. */
    public int tierFrom() {
        return LittleEndian.getUnsignedByte(bytes, offset + RecordLayout.TIER_FROM);
    }

    /** TIER_CHANGE: the tier from the next tick on. */
    public int tierTo() {
        return LittleEndian.getUnsignedByte(bytes, offset + RecordLayout.TIER_TO);
    }

    /** OUTAGE. */
    public long firstMissingTick() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.OUTAGE_FIRST_MISSING_TICK);
    }

    /** OUTAGE. */
    public long lastMissingTick() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.OUTAGE_LAST_MISSING_TICK);
    }

    /** CLUSTER_TRANSITION. */
    public ClusterTransitionRecord clusterTransition() {
        return ClusterTransitionRecord.decode(bytes, offset);
    }

    /** CLUSTER_SHARES. */
    public ClusterSharesRecord clusterShares() {
        return ClusterSharesRecord.decode(bytes, offset);
    }

    /** EVENT_PHASE. */
    public EventPhaseRecord eventPhase() {
        return EventPhaseRecord.decode(bytes, offset);
    }

    /** CONFIGURATION_CHANGE: the hash of the one in force, 64 lower-case hexadecimal digits. */
    public String configurationSha256() {
        return Sha256.hex(bytes, offset + RecordLayout.CONFIGURATION_SHA256);
    }

    /** TICK: records that all tokens have of this tick. */
    public long tickRecords() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.TICK_RECORDS);
    }

    /** TICK: tokens that have a record of this tick. */
    public long tickTokens() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.TICK_TOKENS);
    }

    /** TICK: records that all tokens have of this UTC day, up to this tick and with it. */
    public long recordsOfDay() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.TICK_RECORDS_OF_DAY);
    }

    /** TICK: the sum of the checksums, each 0 to 2^32 − 1, of the tick's records. */
    public long checksumSum() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.TICK_CHECKSUM_SUM);
    }

    /** TICK: the last tick up to this one in which the engine got a frame, of whatever venue; 0 in files of format 1.0. */
    public long lastFrameTick() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.TICK_LAST_FRAME_TICK);
    }

    /** TICK: {@link RunningHash} of the UTC day up to this tick and with it; 0 in files of format 1.0. */
    public long runningHash() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.TICK_RUNNING_HASH);
    }

    /**
     * ADAPTER_STATE: of the venue {@link #venueIndex}, as the region {@code adapters} of a snapshot has it.
     *
     * @param word 0 to 5
     */
    public long adapterStateWord(int word) {
        Objects.checkIndex(word, EngineLog.ADAPTER_STATE_WORDS);
        return LittleEndian.getLong(bytes, offset + RecordLayout.ADAPTER_STATE_WORDS + word * Long.BYTES);
    }

    /** STREAM_STATES: of the venue {@link #venueIndex}, as the region {@code streams} of a snapshot has it. */
    public long streamStates() {
        return LittleEndian.getLong(bytes, offset + RecordLayout.STREAM_STATES_WORD);
    }

    /** Appends the event to a batch as it was when it was logged. */
    public void addTo(EventBatch events) {
        events.add(
                EventKind.ofCode(typeCode()),
                venueIndex(),
                flags(),
                payload(0),
                payload(1),
                payload(2),
                payload(3),
                payload(4),
                payload(5));
    }

    boolean isEvent() {
        return EventKind.isCode(typeCode());
    }
}
