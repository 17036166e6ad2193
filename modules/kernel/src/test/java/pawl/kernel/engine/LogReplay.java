package pawl.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.kernel.toy.LogTexts;
import pawl.storage.EngineLog;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;
import pawl.storage.TickInputs;

/**
 * Runs the canonical inputs of a store's logs again, without frames or adapters (D1: log = replay). Gaps are left to the queues to
 * find again, which holds as long as a venue sends single fills.
 */
final class LogReplay {
    private final LogStore source;
    private final EnginePlan plan;
    private final TokenLane[] lanes;
    private final EngineLog log;
    private final Tick tick;
    private final EventBatch inputs = new EventBatch();

    LogReplay(LogStore source, EnginePlan plan, LogStore target) {
        this.source = source;
        this.plan = plan;
        BlockLayout layout = new BlockLayout(
                plan.venues().size(),
                plan.features().extractor().stateWords(),
                plan.tiers().policy().stateWords());
        long[] blocks = new long[layout.words() * plan.tokens().size()];
        lanes = plan.tokens().stream()
                .map(token -> new TokenLane(token, blocks, layout, plan))
                .toArray(TokenLane[]::new);
        log = new EngineLog(target, plan.identity(), plan.tokens(), 1);
        tick = new Tick(lanes, log, new Snapshots(target, log, layout, blocks, plan), new EngineCounts());
    }

    void run() throws StorageException, StorageFormatException {
        for (TokenLane lane : lanes) {
            lane.assignFirstTier();
        }
        List<DayInputs> days = new ArrayList<>();
        for (Token token : plan.tokens()) {
            days.add(new DayInputs(token.name()));
        }
        for (long committed : LogTexts.committedTicks(source)) {
            for (TokenLane lane : lanes) {
                days.get(lane.token().index()).feed(committed, lane);
            }
            tick.run(committed);
        }
        log.close();
    }

    /** One token's logs, day after day. */
    private final class DayInputs {
        private final String token;
        private final List<String> outages;
        private long epochDay = -1;
        private Optional<TickInputs> ofDay = Optional.empty();

        DayInputs(String token) throws StorageException, StorageFormatException {
            this.token = token;
            outages = LogTexts.ofToken(source, token, RecordType.OUTAGE);
        }

        void feed(long committed, TokenLane lane) throws StorageException, StorageFormatException {
            open(Ticks.epochDay(committed));
            for (String outage : outages) {
                String[] words = outage.split("[ -]");
                if (Long.parseLong(words[0]) == committed) {
                    lane.outage(committed, Long.parseLong(words[2]), Long.parseLong(words[3]), log);
                }
            }
            if (ofDay.isPresent()) {
                ofDay.get().read(committed, inputs);
                for (int event = 0; event < inputs.size(); event++) {
                    if (inputs.kind(event) != EventKind.GAP) {
                        lane.queue().arrived().addFrom(inputs, event);
                    }
                }
            }
        }

        private void open(long day) throws StorageException, StorageFormatException {
            if (day != epochDay) {
                epochDay = day;
                String name = new StoreName.TokenLog(token, day).text();
                ofDay = source.exists(name)
                        ? Optional.of(new TickInputs(LogReader.open(source, name)))
                        : Optional.empty();
            }
        }
    }
}
