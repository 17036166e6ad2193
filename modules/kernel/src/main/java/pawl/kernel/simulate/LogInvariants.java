package pawl.kernel.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.fsm.ClusterState;
import pawl.fsm.EventPhase;
import pawl.fsm.TokenState;
import pawl.storage.LogCatalog;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** What every folder of logs must say, whatever the engine heard: ticks rise by one, machines step to the next state, phases agree. */
final class LogInvariants {
    private final LogStore store;
    private final LogCatalog catalog;
    private final TreeMap<Long, Long> firstMissingOfResumed = new TreeMap<>();
    private final Map<String, List<String>> phasesOfEvent = new TreeMap<>();
    private final Map<String, Integer> states = new TreeMap<>();
    private long ticks;
    private long steps;

    private LogInvariants(LogStore store) throws StorageException {
        this.store = store;
        catalog = LogCatalog.of(store);
    }

    /** What went by while it was looked at. */
    record Seen(long ticks, long steps) {}

    static Seen check(LogStore store) throws SimulationFailure, StorageException, StorageFormatException {
        LogInvariants invariants = new LogInvariants(store);
        for (String token : invariants.catalog.tokenNames()) {
            invariants.checkToken(token);
        }
        invariants.checkTicks();
        return new Seen(invariants.ticks, invariants.steps);
    }

    private void checkToken(String token) throws SimulationFailure, StorageException, StorageFormatException {
        Map<String, List<String>> phases = new TreeMap<>();
        states.clear();
        for (StoreName.TokenLog log : catalog.tokenLogs()) {
            if (log.tokenName().equals(token)) {
                try (LogReader reader = LogReader.open(store, log.text())) {
                    while (reader.next()) {
                        checkRecord(token, reader.record(), phases);
                    }
                }
            }
        }
        for (Map.Entry<String, List<String>> event : phases.entrySet()) {
            List<String> others = phasesOfEvent.putIfAbsent(event.getKey(), event.getValue());
            if (others != null && !others.equals(event.getValue())) {
                throw new SimulationFailure(
                        -1,
                        "tokens disagree about " + event.getKey() + ": " + token + " went through " + event.getValue()
                                + " and another one through " + others);
            }
        }
    }

    private void checkRecord(String token, RecordView record, Map<String, List<String>> phases)
            throws SimulationFailure {
        switch (record.type()) {
            case OUTAGE -> firstMissingOfResumed.put(record.lastMissingTick() + 1, record.firstMissingTick());
            case TRANSITION -> {
                int from = record.transition().from();
                int next = TokenState.ofCode(from).next().code();
                step(
                        token,
                        record,
                        "its machine",
                        TokenState.BUILD.code(),
                        from,
                        record.transition().to(),
                        next);
            }
            case CLUSTER_TRANSITION -> checkCluster(token, record);
            case EVENT_PHASE -> {
                int from = record.eventPhase().from();
                String event = "event " + record.eventPhase().event();
                step(
                        token,
                        record,
                        event,
                        EventPhase.NOT_BEGUN_CODE,
                        from,
                        record.eventPhase().to(),
                        from + 1);
                phases.computeIfAbsent(event, _ -> new ArrayList<>())
                        .add("tick " + record.tick() + " phase "
                                + record.eventPhase().to());
            }
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
                    ADAPTER_CHANGE,
                    TIER_CHANGE,
                    CLUSTER_SHARES,
                    CONFIGURATION_CHANGE,
                    STREAM_STATES,
                    TICK,
                    ADAPTER_STATE -> {
                // Inputs, and what no machine steps by.
            }
        }
    }

    private void checkCluster(String token, RecordView record) throws SimulationFailure {
        int from = record.clusterTransition().from();
        int next = ClusterState.ofCode(from).next().code();
        String cluster = "cluster " + record.clusterTransition().cluster();
        int to = record.clusterTransition().to();
        step(token, record, cluster, ClusterState.CLUSTER_CALM.code(), from, to, next);
    }

    private void step(String token, RecordView record, String machine, int first, int from, int to, int next)
            throws SimulationFailure {
        steps++;
        int before = states.getOrDefault(machine, first);
        if (from != before || to != next) {
            throw new SimulationFailure(
                    record.tick(),
                    token + ": " + machine + " stood in state " + before + " and stepped from " + from + " to " + to
                            + "; the next is " + next);
        }
        states.put(machine, to);
    }

    private void checkTicks() throws SimulationFailure, StorageException, StorageFormatException {
        long last = -1;
        for (StoreName.TickLog log : catalog.tickLogs()) {
            try (LogReader reader = LogReader.open(store, log.text())) {
                while (reader.next()) {
                    if (reader.record().type() == RecordType.TICK) {
                        long tick = reader.record().tick();
                        requireNext(last, tick);
                        last = tick;
                        ticks++;
                    }
                }
            }
        }
    }

    private void requireNext(long last, long tick) throws SimulationFailure {
        boolean isOutage = Long.valueOf(last + 1).equals(firstMissingOfResumed.get(tick));
        if (last >= 0 && tick != last + 1 && !isOutage) {
            throw new SimulationFailure(
                    tick, "tick " + tick + " was committed after tick " + last + ", and no outage is logged between");
        }
    }
}
