package pawl.storage;

/** Offsets and sizes of a record, in bytes, as {@code docs/format.md} states them. */
final class RecordLayout {
    static final int RECORD_BYTES = 64;
    static final int TYPE = 0;
    static final int VENUE_INDEX = 1;
    static final int FLAGS = 2;
    static final int CHECKSUM = 4;
    static final int TICK = 8;
    static final int PAYLOAD = 16;

    static final int TRANSITION_MEASURE = 16;
    static final int TRANSITION_THRESHOLD = 24;
    static final int TRANSITION_BASE = 32;
    static final int TRANSITION_TIER_FACTOR = 40;
    static final int TRANSITION_PHASE_FACTOR = 48;
    static final int TRANSITION_MACHINE = 56;
    static final int TRANSITION_FROM = 57;
    static final int TRANSITION_TO = 58;
    static final int TRANSITION_REASON = 59;
    static final int TRANSITION_MEASURE_KIND = 60;
    static final int TRANSITION_TIER = 61;
    static final int TRANSITION_HELD_TICKS = 62;

    static final int TIER_FROM = 16;
    static final int TIER_TO = 17;

    static final int OUTAGE_FIRST_MISSING_TICK = 16;
    static final int OUTAGE_LAST_MISSING_TICK = 24;

    static final int CLUSTER_MEASURE = 16;
    static final int CLUSTER_THRESHOLD = 24;
    static final int CLUSTER_BASE = 32;
    static final int CLUSTER_TIER_FACTOR = 40;
    static final int CLUSTER_PHASE_FACTOR = 48;
    static final int CLUSTER_INDEX = 56;
    static final int CLUSTER_FROM = 58;
    static final int CLUSTER_TO = 59;
    static final int CLUSTER_REASON = 60;
    static final int CLUSTER_MEASURE_KIND = 61;
    static final int CLUSTER_HELD_TICKS = 62;

    static final int SHARES_FRAGILE = 16;
    static final int SHARES_READY = 24;
    static final int SHARES_UNWIND = 32;
    static final int SHARES_BASELINE_FACTOR = 40;
    static final int SHARES_SIZE_FACTOR = 48;
    static final int SHARES_CLUSTER = 56;
    static final int SHARES_LIVE_MEMBERS = 58;
    static final int SHARES_MEMBERS = 60;
    static final int SHARES_ZERO = 62;

    static final int PHASE_MEASURE = 16;
    static final int PHASE_THRESHOLD = 24;
    static final int PHASE_REFERENCE_PRICE = 32;
    static final int PHASE_SCHEDULED_MS = 40;
    static final int PHASE_EVENT_KEY = 48;
    static final int PHASE_EVENT = 56;
    static final int PHASE_FROM = 58;
    static final int PHASE_TO = 59;
    static final int PHASE_REASON = 60;
    static final int PHASE_MEASURE_KIND = 61;
    static final int PHASE_HELD_TICKS = 62;

    static final int CONFIGURATION_SHA256 = 16;

    static final int TICK_RECORDS = 16;
    static final int TICK_TOKENS = 24;
    static final int TICK_RECORDS_OF_DAY = 32;
    static final int TICK_CHECKSUM_SUM = 40;
    static final int TICK_LAST_FRAME_TICK = 48;
    static final int TICK_RUNNING_HASH = 56;

    static final int ADAPTER_STATE_WORDS = 16;
    static final int STREAM_STATES_WORD = 16;

    private RecordLayout() {}

    /** Where a record starts in its file. */
    static long offset(long sequence) {
        return LogHeader.HEADER_BYTES + sequence * RECORD_BYTES;
    }
}
