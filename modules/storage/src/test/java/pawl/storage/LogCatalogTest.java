package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.storage.Samples.DAY;
import static pawl.storage.Samples.TICK;
import static pawl.storage.Samples.TICK_LOG;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.token.Ticks;

class LogCatalogTest {
    private final HeapLogStore store = new HeapLogStore();

    @Test
    void listsWhatAStoreHolds() throws Exception {
        Samples.writeSample(store);
        new SnapshotStore(store, Samples.IDENTITY).write(Samples.FAN, TICK, 1, List.of(), new long[1], 0, 1);
        store.files.put("logs/.DS_Store", new byte[1]);
        LogCatalog catalog = LogCatalog.of(store);
        String fan = Samples.FAN.name();
        assertThat(catalog.tokenLogs())
                .containsExactly(new StoreName.TokenLog("BTCUSDT", DAY), new StoreName.TokenLog(fan, DAY));
        assertThat(catalog.tokenNames()).containsExactly("BTCUSDT", fan);
        assertThat(catalog.tickLogs()).containsExactly(new StoreName.TickLog(DAY));
        assertThat(catalog.snapshots()).containsExactly(new StoreName.Snapshot(fan, TICK));
        assertThat(catalog.unrecognized()).containsExactly("logs/.DS_Store");
    }

    @Test
    void knowsTheLastTickCommitted() throws Exception {
        assertThat(LogCatalog.of(store).lastCommittedTick(store)).isEmpty();
        Samples.writeSample(store);
        assertThat(LogCatalog.of(store).lastCommittedTick(store)).hasValue(TICK + 2);
        store.open(TICK_LOG).truncate(4096 + 2 * 64 + 63);
        assertThat(LogCatalog.of(store).lastCommittedTick(store)).hasValue(TICK + 1);
    }

    @Test
    void passesOverADayThatHasOnlyBegun() throws Exception {
        Samples.writeSample(store);
        String nextDay = new StoreName.TickLog(Ticks.epochDay(TICK) + 1).text();
        store.files.put(nextDay, new byte[4096]);
        assertThat(LogCatalog.of(store).lastCommittedTick(store)).hasValue(TICK + 2);
    }
}
