package pawl.storage;

import java.util.Optional;
import pawl.api.event.EventKind;

/** What a 64-byte record says (D9). The code is part of the byte format and never changes; events have the code of their kind. */
public enum RecordType {
    /** Fills at one price. */
    TRADE(EventKind.TRADE.code()),
    /** The best bid and ask. */
    BOOK_TICKER(EventKind.BOOK_TICKER.code()),
    /** Mark price, and index price and funding estimate where they came along. */
    MARK_PRICE(EventKind.MARK_PRICE.code()),
    /** A forced order. */
    LIQUIDATION(EventKind.LIQUIDATION.code()),
    /** Open interest of one side. */
    OPEN_INTEREST(EventKind.OPEN_INTEREST.code()),
    /** A funding rate. */
    FUNDING(EventKind.FUNDING.code()),
    /** Trade ids known to be missing. */
    GAP(EventKind.GAP.code()),
    /** How far a stream can be trusted. */
    FEED_STATE(EventKind.FEED_STATE.code()),
    /** The clock that drives the ticks was set. */
    CLOCK_STEP(EventKind.CLOCK_STEP.code()),
    /** What a stream has delivered so far. */
    FEED_COUNT(EventKind.FEED_COUNT.code()),
    /** For a time nothing was read from a venue. */
    BACK_PRESSURE(EventKind.BACK_PRESSURE.code()),
    /** Another build of the venue's adapter, or none, decodes its frames from here on. */
    ADAPTER_CHANGE(EventKind.ADAPTER_CHANGE.code()),
    /** A state machine took a step. */
    TRANSITION(32),
    /** The tier policy gave the token another tier, from the next tick on. */
    TIER_CHANGE(33),
    /** Ticks up to this one that did not run, because nothing was heard (D2). */
    OUTAGE(34),
    /** A cluster of the token took a step. */
    CLUSTER_TRANSITION(35),
    /** What the cluster's step was taken on; right behind it. */
    CLUSTER_SHARES(36),
    /** An event of the token took a step. */
    EVENT_PHASE(37),
    /** Another configuration is in force from this tick on; it differs in its calendar of events alone. */
    CONFIGURATION_CHANGE(38),
    /** What the token's streams at a venue are since this tick, where its events do not say so. */
    STREAM_STATES(39),
    /** All tokens' records of one tick are in their logs; in the tick log only. */
    TICK(40),
    /** How near to quarantine a venue's adapter is, and which it is, where the tick changed that; in the tick log only. */
    ADAPTER_STATE(41);

    private static final RecordType[] BY_CODE = new RecordType[256];

    static {
        for (RecordType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    /** Byte 0 of the record, 1 to 255. */
    public int code() {
        return code;
    }

    /** Whether it is a canonical input rather than a decision or a commit. */
    public boolean isEvent() {
        return EventKind.isCode(code);
    }

    /** The type with that code; empty where this build knows none. */
    public static Optional<RecordType> ofCode(int code) {
        return Optional.ofNullable(BY_CODE[code & 0xff]);
    }

    /** Whether files of that version can hold it. */
    static boolean isCode(int code, FormatVersion version) {
        RecordType type = BY_CODE[code & 0xff];
        boolean isOfFirst = type != ADAPTER_STATE && type != STREAM_STATES;
        return type != null && (isOfFirst || version.hasRunningHash());
    }
}
