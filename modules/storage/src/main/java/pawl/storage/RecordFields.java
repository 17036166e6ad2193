package pawl.storage;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import pawl.api.decimal.Decimals;
import pawl.api.event.EventFlag;
import pawl.api.token.Ticks;

/**
 * What a record says, as named values in a fixed order for each type: first its sequence, tick, the tick's start and type. Prices,
 * quantities and rates are exact decimal texts at the header's exponents.
 */
public final class RecordFields {
    private static final int CLUSTER_MACHINE = 2;
    private static final int EVENT_MACHINE = 3;

    private final LogHeader header;
    private final DecisionNames names;

    /** Of the records of one log. */
    public RecordFields(LogHeader header, DecisionNames names) {
        this.header = header;
        this.names = names;
    }

    public List<RecordField> of(RecordView record) {
        List<RecordField> fields = new ArrayList<>();
        whole(fields, "sequence", record.sequence());
        whole(fields, "tick", record.tick());
        whole(fields, "tickStartMs", Ticks.startMs(record.tick()));
        text(fields, "type", record.type().name());
        if (record.type().isEvent()) {
            whole(fields, "venueIndex", record.venueIndex());
            fields.add(new RecordField.Flags("flags", FlagNames.of(record.flags())));
            whole(fields, "exchangeTimeMs", record.payload(0));
        }
        switch (record.type()) {
            case TRADE -> trade(fields, record);
            case BOOK_TICKER -> bookTicker(fields, record);
            case MARK_PRICE -> markPrice(fields, record);
            case LIQUIDATION -> liquidation(fields, record);
            case OPEN_INTEREST -> quantity(fields, "openInterest", record.payload(2));
            case FUNDING -> funding(fields, record);
            case GAP -> gap(fields, record);
            case FEED_STATE -> feedState(fields, record);
            case CLOCK_STEP -> {
                whole(fields, "stepMs", record.payload(2));
                whole(fields, "aheadMs", record.payload(3));
            }
            case FEED_COUNT -> feedCount(fields, record);
            case BACK_PRESSURE -> {
                whole(fields, "heldMs", record.payload(2));
                whole(fields, "mostQueuedBytes", record.payload(3));
            }
            case ADAPTER_CHANGE -> text(fields, "adapter", sha256(record));
            case TRANSITION -> transition(fields, record.transition());
            case TIER_CHANGE -> {
                whole(fields, "fromTier", record.tierFrom());
                whole(fields, "toTier", record.tierTo());
            }
            case CLUSTER_TRANSITION -> clusterTransition(fields, record.clusterTransition());
            case CLUSTER_SHARES -> clusterShares(fields, record.clusterShares());
            case EVENT_PHASE -> eventPhase(fields, record.eventPhase());
            case CONFIGURATION_CHANGE -> text(fields, "configuration", record.configurationSha256());
            case OUTAGE -> {
                whole(fields, "firstMissingTick", record.firstMissingTick());
                whole(fields, "lastMissingTick", record.lastMissingTick());
            }
            case STREAM_STATES -> {
                whole(fields, "venueIndex", record.venueIndex());
                text(fields, "streamStates", HexFormat.of().toHexDigits(record.streamStates()));
            }
            case TICK -> tick(fields, record);
            case ADAPTER_STATE -> adapterState(fields, record);
        }
        return fields;
    }

    private void trade(List<RecordField> fields, RecordView record) {
        price(fields, "price", record.payload(2));
        quantity(fields, "quantity", record.payload(3));
        whole(fields, "firstTradeId", record.payload(4));
        whole(fields, "lastTradeId", record.payload(1));
        if (EventFlag.has(record.flags(), EventFlag.AGGREGATE)) {
            whole(fields, "aggregateId", record.payload(5));
        }
    }

    private void bookTicker(List<RecordField> fields, RecordView record) {
        whole(fields, "updateId", record.payload(1));
        price(fields, "bidPrice", record.payload(2));
        quantity(fields, "bidQuantity", record.payload(3));
        price(fields, "askPrice", record.payload(4));
        quantity(fields, "askQuantity", record.payload(5));
    }

    private void markPrice(List<RecordField> fields, RecordView record) {
        mark(fields, "markPrice", record.payload(2));
        if (EventFlag.has(record.flags(), EventFlag.WITH_INDEX)) {
            mark(fields, "indexPrice", record.payload(3));
        }
        if (EventFlag.has(record.flags(), EventFlag.WITH_FUNDING)) {
            rate(fields, "fundingRate", record.payload(4));
            whole(fields, "nextFundingTimeMs", record.payload(5));
        }
    }

    private void liquidation(List<RecordField> fields, RecordView record) {
        mark(fields, "averagePrice", record.payload(2));
        quantity(fields, "filledQuantity", record.payload(3));
        mark(fields, "orderPrice", record.payload(4));
        quantity(fields, "orderQuantity", record.payload(5));
    }

    private void funding(List<RecordField> fields, RecordView record) {
        rate(fields, "fundingRate", record.payload(2));
        whole(fields, "fundingTimeMs", record.payload(3));
        whole(fields, "fundingIntervalMinutes", record.payload(4));
    }

    private static void gap(List<RecordField> fields, RecordView record) {
        whole(fields, "firstMissingId", record.payload(2));
        whole(fields, "lastMissingId", record.payload(3));
    }

    private static void feedState(List<RecordField> fields, RecordView record) {
        stream(fields, record);
        text(fields, "from", HearingNames.state(record.payload(3)));
        text(fields, "to", HearingNames.state(record.payload(4)));
        text(fields, "cause", HearingNames.cause(record.payload(5)));
    }

    private static void feedCount(List<RecordField> fields, RecordView record) {
        stream(fields, record);
        whole(fields, "frames", record.payload(3));
        whole(fields, "connects", record.payload(4));
        whole(fields, "breaks", record.payload(5));
    }

    /** Of the plugin's jars; of none where all its words are zero. */
    private static String sha256(RecordView record) {
        return PluginStamp.sha256Of(word -> record.payload(2 + word));
    }

    private static void stream(List<RecordField> fields, RecordView record) {
        text(fields, "stream", HearingNames.stream(record.payload(2)));
    }

    private void transition(List<RecordField> fields, TransitionRecord transition) {
        text(fields, "machine", names.machine(transition.machine()));
        text(fields, "from", names.state(transition.machine(), transition.from()));
        text(fields, "to", names.state(transition.machine(), transition.to()));
        text(fields, "reason", names.reason(transition.reason()));
        text(fields, "measureKind", names.measure(transition.measureKind()));
        real(fields, "measure", transition.measure());
        real(fields, "threshold", transition.threshold());
        real(fields, "base", transition.base());
        real(fields, "tierFactor", transition.tierFactor());
        real(fields, "phaseFactor", transition.phaseFactor());
        whole(fields, "tier", transition.tier());
        whole(fields, "heldTicks", transition.heldTicks());
    }

    private void clusterTransition(List<RecordField> fields, ClusterTransitionRecord transition) {
        text(fields, "cluster", names.cluster(transition.cluster()));
        text(fields, "from", names.state(CLUSTER_MACHINE, transition.from()));
        text(fields, "to", names.state(CLUSTER_MACHINE, transition.to()));
        text(fields, "reason", names.reason(transition.reason()));
        text(fields, "measureKind", names.measure(transition.measureKind()));
        real(fields, "measure", transition.measure());
        real(fields, "threshold", transition.threshold());
        real(fields, "base", transition.base());
        real(fields, "tierFactor", transition.tierFactor());
        real(fields, "phaseFactor", transition.phaseFactor());
        whole(fields, "heldTicks", transition.heldTicks());
    }

    private void clusterShares(List<RecordField> fields, ClusterSharesRecord shares) {
        text(fields, "cluster", names.cluster(shares.cluster()));
        real(fields, "fragileShare", shares.fragileShare());
        real(fields, "readyShare", shares.readyShare());
        real(fields, "unwindShare", shares.unwindShare());
        real(fields, "baselineFactor", shares.baselineFactor());
        real(fields, "sizeFactor", shares.sizeFactor());
        whole(fields, "liveMembers", shares.liveMembers());
        whole(fields, "members", shares.members());
    }

    private void eventPhase(List<RecordField> fields, EventPhaseRecord phase) {
        text(fields, "event", names.event(phase.event()));
        text(fields, "from", names.state(EVENT_MACHINE, phase.from()));
        text(fields, "to", names.state(EVENT_MACHINE, phase.to()));
        text(fields, "reason", names.reason(phase.reason()));
        text(fields, "measureKind", names.measure(phase.measureKind()));
        real(fields, "measure", phase.measure());
        real(fields, "threshold", phase.threshold());
        price(fields, "referencePrice", phase.referencePriceMantissa());
        whole(fields, "scheduledMs", phase.scheduledMs());
        text(fields, "eventKey", HexFormat.of().toHexDigits(phase.eventKey()));
        whole(fields, "heldTicks", phase.heldTicks());
    }

    private void tick(List<RecordField> fields, RecordView record) {
        whole(fields, "records", record.tickRecords());
        whole(fields, "tokens", record.tickTokens());
        whole(fields, "recordsOfDay", record.recordsOfDay());
        whole(fields, "checksumSum", record.checksumSum());
        if (header.version().hasRunningHash()) {
            whole(fields, "lastFrameTick", record.lastFrameTick());
            text(fields, "runningHash", HexFormat.of().toHexDigits(record.runningHash()));
        }
    }

    private static void adapterState(List<RecordField> fields, RecordView record) {
        whole(fields, "venueIndex", record.venueIndex());
        whole(fields, "failureLevel", record.adapterStateWord(0));
        whole(fields, "adapterFlags", record.adapterStateWord(1));
        text(fields, "adapter", PluginStamp.sha256Of(word -> record.adapterStateWord(2 + word)));
    }

    private void price(List<RecordField> fields, String name, long mantissa) {
        text(fields, name, Decimals.toText(mantissa, header.priceExponent()));
    }

    private void quantity(List<RecordField> fields, String name, long mantissa) {
        text(fields, name, Decimals.toText(mantissa, header.quantityExponent()));
    }

    private void mark(List<RecordField> fields, String name, long mantissa) {
        text(fields, name, Decimals.toText(mantissa, header.markExponent()));
    }

    private void rate(List<RecordField> fields, String name, long mantissa) {
        text(fields, name, Decimals.toText(mantissa, header.fundingRateExponent()));
    }

    private static void text(List<RecordField> fields, String name, String value) {
        fields.add(new RecordField.Text(name, value));
    }

    private static void whole(List<RecordField> fields, String name, long value) {
        fields.add(new RecordField.Whole(name, value));
    }

    private static void real(List<RecordField> fields, String name, double value) {
        fields.add(new RecordField.Real(name, value));
    }
}
