package pawl.kernel.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pawl.api.event.EventBatch;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.fsm.ClusterState;
import pawl.fsm.EventPhase;
import pawl.fsm.TokenState;
import pawl.storage.ClusterTransitionRecord;
import pawl.storage.EventPhaseRecord;
import pawl.storage.LogCatalog;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;
import pawl.storage.TransitionRecord;

/** What logs hold, a text for each record, to compare lists of. */
public final class LogTexts {
    private LogTexts() {}

    /** The token's logs of all days: events, decisions and outages. */
    public static List<String> ofToken(LogStore store, String token) throws StorageException, StorageFormatException {
        List<String> texts = new ArrayList<>();
        for (StoreName.TokenLog log : LogCatalog.of(store).tokenLogs()) {
            if (log.tokenName().equals(token)) {
                add(store, log.text(), texts);
            }
        }
        return texts;
    }

    /** Its records that are of one of those types. */
    public static List<String> ofToken(LogStore store, String token, RecordType... types)
            throws StorageException, StorageFormatException {
        return ofToken(store, token).stream()
                .filter(text -> List.of(types).contains(RecordType.valueOf(text.split(" ")[1])))
                .toList();
    }

    /** The tick logs of all days: {@code tick TICK records tokens}, and what changed of adapters. */
    public static List<String> ofTicks(LogStore store) throws StorageException, StorageFormatException {
        List<String> texts = new ArrayList<>();
        for (StoreName.TickLog log : LogCatalog.of(store).tickLogs()) {
            add(store, log.text(), texts);
        }
        return texts;
    }

    /** The ticks committed, in order. */
    public static List<Long> committedTicks(LogStore store) throws StorageException, StorageFormatException {
        return ofTicks(store).stream()
                .filter(text -> text.contains(" TICK "))
                .map(text -> Long.valueOf(text.split(" ")[0]))
                .toList();
    }

    private static void add(LogStore store, String name, List<String> texts)
            throws StorageException, StorageFormatException {
        try (LogReader reader = LogReader.open(store, name)) {
            while (reader.next()) {
                RecordView record = reader.record();
                texts.add(record.tick() + " " + record.type() + " " + rest(record));
            }
        }
    }

    private static String rest(RecordView record) {
        return switch (record.type()) {
            case TRANSITION -> transition(record.transition());
            case TIER_CHANGE -> record.tierFrom() + ">" + record.tierTo();
            case CLUSTER_TRANSITION -> {
                ClusterTransitionRecord step = record.clusterTransition();
                yield "cluster " + step.cluster() + " " + ClusterState.ofCode(step.from()) + ">"
                        + ClusterState.ofCode(step.to()) + " " + step;
            }
            case CLUSTER_SHARES -> "cluster " + record.clusterShares().cluster() + " " + record.clusterShares();
            case EVENT_PHASE -> phase(record.eventPhase());
            case CONFIGURATION_CHANGE -> record.configurationSha256();
            case STREAM_STATES -> "venue " + record.venueIndex() + " " + Long.toHexString(record.streamStates());
            case OUTAGE -> record.firstMissingTick() + "-" + record.lastMissingTick();
            case TICK -> record.tickRecords() + " " + record.tickTokens();
            case ADAPTER_STATE ->
                "venue " + record.venueIndex() + " "
                        + IntStream.range(0, 6)
                                .mapToObj(record::adapterStateWord)
                                .toList();
            case TRADE,
                    BOOK_TICKER,
                    MARK_PRICE,
                    LIQUIDATION,
                    OPEN_INTEREST,
                    FUNDING,
                    GAP,
                    FEED_STATE,
                    CLOCK_STEP,
                    FEED_COUNT,
                    BACK_PRESSURE,
                    ADAPTER_CHANGE ->
                "venue " + record.venueIndex() + " flags " + record.flags() + " "
                        + IntStream.range(0, EventBatch.PAYLOAD_WORDS)
                                .mapToObj(record::payload)
                                .toList();
        };
    }

    private static String phase(EventPhaseRecord step) {
        return "event " + step.event() + " " + (step.from() == 0 ? "0" : EventPhase.ofCode(step.from())) + ">"
                + EventPhase.ofCode(step.to()) + " " + (step.reason() == 3 ? "SCHEDULED" : "COLLAPSED") + ", reference "
                + step.referencePriceMantissa();
    }

    private static String transition(TransitionRecord step) {
        return TokenState.ofCode(step.from()) + ">" + TokenState.ofCode(step.to()) + " measure " + step.measure()
                + " threshold "
                + step.threshold() + " = " + step.base() + " x " + step.tierFactor() + " x " + step.phaseFactor()
                + ", tier " + step.tier() + ", held " + step.heldTicks();
    }
}
