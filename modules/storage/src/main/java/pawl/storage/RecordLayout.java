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

    static final int TICK_RECORDS = 16;
    static final int TICK_TOKENS = 24;
    static final int TICK_RECORDS_OF_DAY = 32;
    static final int TICK_CHECKSUM_SUM = 40;

    private RecordLayout() {}

    /** Where a record starts in its file. */
    static long offset(long sequence) {
        return LogHeader.HEADER_BYTES + sequence * RECORD_BYTES;
    }
}
