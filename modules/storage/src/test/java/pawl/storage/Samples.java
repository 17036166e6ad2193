package pawl.storage;

import static pawl.api.event.EventFlag.AGGREGATE;
import static pawl.api.event.EventFlag.BACKFILLED;
import static pawl.api.event.EventFlag.LATE;
import static pawl.api.event.EventFlag.LONG_LIQUIDATED;
import static pawl.api.event.EventFlag.OFF_BOOK;
import static pawl.api.event.EventFlag.ROUNDED;
import static pawl.api.event.EventFlag.SAMPLED;
import static pawl.api.event.EventFlag.SETTLED;
import static pawl.api.event.EventFlag.TAKER_SOLD;
import static pawl.api.event.EventFlag.UNORDERED_ID;
import static pawl.api.event.EventFlag.WITH_FUNDING;
import static pawl.api.event.EventFlag.WITH_INDEX;

import java.util.List;
import java.util.SplittableRandom;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/** Inputs that tests share: two tokens, an identity, one event of each kind, and the logs they make. */
final class Samples {
    static final Token BTC = new Token(0, "BTCUSDT", "large", -2, -3, -8, 480);
    static final Token FAN = new Token(1, "ПСЖ_FAN", "small", -4, 0, -8, 240);
    static final List<Token> TOKENS = List.of(BTC, FAN);

    /** 2023-04-05T00:00:00Z. */
    static final long DAY = 19_452;

    static final long TICK = Ticks.firstOfDay(DAY) + 1_000;
    static final long TIME_MS = Ticks.startMs(TICK);

    static final String BTC_LOG = "logs/BTCUSDT/2023-04-05.log";
    static final String FAN_LOG = "logs/_d0_9f_d0_a1_d0_96__FAN/2023-04-05.log";
    static final String TICK_LOG = "ticks/2023-04-05.log";

    static final LogIdentity IDENTITY = new LogIdentity(
            "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
            List.of(
                    stamp(PluginStamp.Kind.STORAGE, "storage-file", "04"),
                    stamp(PluginStamp.Kind.EXCHANGE, "exchange-binance", "01"),
                    stamp(PluginStamp.Kind.TIER, "tier-static", "03"),
                    stamp(PluginStamp.Kind.FEATURE, "feature-standard", "02")));
    static final LogIdentity SYNTHETIC = new LogIdentity(IDENTITY.configurationSha256(), IDENTITY.plugins(), true);

    static final TransitionRecord TRANSITION = new TransitionRecord(0.625, 0.55, 0.5, 1.1, 1.0, 1, 1, 2, 1, 1, 0, 12);

    static final ClusterTransitionRecord CLUSTER_TRANSITION =
            new ClusterTransitionRecord(0.75, 0.5225, 0.3, 1.1, 0.95, 65_535, 1, 2, 1, 4, 40);
    static final ClusterSharesRecord CLUSTER_SHARES =
            new ClusterSharesRecord(0.75, 0.25, 0.125, 1.5, 1.25, 65_535, 2, 3);
    static final EventPhaseRecord EVENT_PHASE =
            new EventPhaseRecord(0.625, 0.5, 12_345, 1_680_653_000_000L, 0xfedcba9876543210L, 7, 2, 3, 4, 9, 80);
    static final String OTHER_CONFIGURATION = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

    private Samples() {}

    static PluginStamp stamp(PluginStamp.Kind kind, String id, String byteHex) {
        return new PluginStamp(kind, id, "0.1.0", byteHex.repeat(32));
    }

    /** One event of each kind, with each flag set once or more. */
    static EventBatch events() {
        EventBatch batch = new EventBatch();
        long t = TIME_MS;
        batch.add(EventKind.GAP, 0, AGGREGATE, t, 900, 880, 889, 0, 0);
        batch.add(EventKind.TRADE, 0, TAKER_SOLD | AGGREGATE, t, 900, 2_815_960, 1_250, 890, 77);
        batch.add(EventKind.TRADE, 255, OFF_BOOK | LATE, t - 5_000, 901, 2_815_961, 1, 901, 0);
        batch.add(
                EventKind.LIQUIDATION,
                0,
                LONG_LIQUIDATED | SAMPLED,
                t + 1,
                0,
                2_815_000_000_000L,
                500,
                2_814_000_000_000L,
                600);
        batch.add(EventKind.BOOK_TICKER, 0, 0, t + 2, 1L << 40, 2_815_950, 12_000, 2_815_960, 1);
        batch.add(
                EventKind.MARK_PRICE,
                0,
                WITH_INDEX | WITH_FUNDING | ROUNDED,
                t + 3,
                0,
                2_815_912_345_678L,
                2_815_800_000_001L,
                -12_345_678,
                t + 3_600_000);
        batch.add(EventKind.MARK_PRICE, 1, 0, t + 3, 0, 1, 0, 0, 0);
        batch.add(EventKind.FUNDING, 0, SETTLED, t + 4, 0, 100_000_000, t - 1_000, 480, 0);
        batch.add(EventKind.OPEN_INTEREST, 0, 0, t + 5, 0, Long.MAX_VALUE, 0, 0, 0);
        return batch;
    }

    /** As many events of any kind with any payload. */
    static EventBatch randomEvents(SplittableRandom random, int count) {
        EventBatch batch = new EventBatch();
        EventKind[] kinds = EventKind.values();
        for (int i = 0; i < count; i++) {
            batch.add(
                    kinds[random.nextInt(kinds.length)],
                    random.nextInt(256),
                    random.nextInt(1 << 16),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong());
        }
        return batch;
    }

    /** Three ticks with a record of every type but those of clusters, events and calendars. */
    static void writeSample(HeapLogStore store) throws StorageException, StorageFormatException {
        writeSample(store, FormatVersion.CURRENT);
    }

    static void writeSample(HeapLogStore store, FormatVersion version) throws StorageException, StorageFormatException {
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, 1)) {
            log.beginFilesAs(version);
            log.outage(0, TICK, TICK - 900, TICK - 1);
            log.events(0, TICK, events());
            log.outage(1, TICK, TICK - 900, TICK - 1);
            log.commit(TICK, TICK);
            log.commit(TICK + 1, TICK);
            log.events(1, TICK + 2, events());
            log.transition(1, TICK + 2, TRANSITION);
            log.tierChange(1, TICK + 2, 2, 0);
            log.commit(TICK + 2, TICK + 2);
        }
    }

    /** A tick in which an adapter failed too often, another one took over, and it was taken away. */
    static void writeSwap(HeapLogStore store) throws StorageException, StorageFormatException {
        writeSwap(store, FormatVersion.CURRENT);
    }

    static void writeSwap(HeapLogStore store, FormatVersion version) throws StorageException, StorageFormatException {
        EventBatch batch = new EventBatch();
        long t = TIME_MS;
        batch.add(EventKind.FEED_STATE, 1, 0, t, 0, EventKind.TRADE.code(), 3, 5, 12);
        batch.add(EventKind.ADAPTER_CHANGE, 1, 0, t + 1, 0, 0x0123_4567_89ab_cdefL, -1, 1, Long.MIN_VALUE);
        batch.add(EventKind.FEED_STATE, 1, 0, t + 1, 0, EventKind.TRADE.code(), 5, 3, 13);
        batch.add(EventKind.TRADE, 1, UNORDERED_ID, t - 9, Long.MIN_VALUE + 5, 10_000, 25, Long.MIN_VALUE + 5, 0);
        batch.add(EventKind.ADAPTER_CHANGE, 1, 0, t + 2, 0, 0, 0, 0, 0);
        StateBlock adapters = new StateBlock(new long[] {0, 260, 3, -1, 1, 2, Long.MIN_VALUE}, 0, 7);
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, 1)) {
            log.beginFilesAs(version);
            log.adapterState(1, TICK, adapters, 1);
            log.events(1, TICK, batch);
            log.streamStates(1, TICK, 1, 0x8000_0000_0000_005dL);
            log.commit(TICK, TICK);
        }
    }

    /** A tick with what the hearing itself leaves in a token's log. */
    static void writeHearing(HeapLogStore store) throws StorageException, StorageFormatException {
        writeHearing(store, FormatVersion.CURRENT);
    }

    static void writeHearing(HeapLogStore store, FormatVersion version)
            throws StorageException, StorageFormatException {
        EventBatch batch = new EventBatch();
        long t = TIME_MS;
        batch.add(EventKind.FEED_STATE, 0, SAMPLED, t, 0, EventKind.LIQUIDATION.code(), 1, 3, 1);
        batch.add(EventKind.FEED_STATE, 1, 0, t + 1, 0, EventKind.TRADE.code(), 3, 5, 4);
        batch.add(EventKind.CLOCK_STEP, 0, 0, t + 2, 0, -3_600_000, 3_600_000, 0, 0);
        batch.add(EventKind.FEED_COUNT, 0, 0, t + 3, 0, EventKind.TRADE.code(), 1L << 40, 3, 2);
        batch.add(EventKind.BACK_PRESSURE, 0, 0, t + 4, 0, 1_250, 33_554_432, 0, 0);
        batch.add(EventKind.TRADE, 0, AGGREGATE | LATE | BACKFILLED, t - 900, 905, 10_000, 25, 903, 78);
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, 1)) {
            log.beginFilesAs(version);
            log.events(1, TICK, batch);
            log.commit(TICK, TICK);
        }
    }

    /** A tick with what clusters, events and calendars leave in a token's log, of synthetic inputs. */
    static void writeGroups(HeapLogStore store) throws StorageException, StorageFormatException {
        writeGroups(store, FormatVersion.CURRENT);
    }

    static void writeGroups(HeapLogStore store, FormatVersion version) throws StorageException, StorageFormatException {
        try (EngineLog log = new EngineLog(store, SYNTHETIC, TOKENS, 1)) {
            log.beginFilesAs(version);
            log.configurationChange(1, TICK, OTHER_CONFIGURATION);
            log.clusterTransition(1, TICK, CLUSTER_TRANSITION);
            log.clusterShares(1, TICK, CLUSTER_SHARES);
            log.eventPhase(1, TICK, EVENT_PHASE);
            log.commit(TICK, TICK);
        }
    }
}
