package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.storage.Samples.BTC_LOG;
import static pawl.storage.Samples.FAN_LOG;
import static pawl.storage.Samples.TICK_LOG;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {
    private final HeapLogStore store = new HeapLogStore();

    @BeforeEach
    void writeSample() throws Exception {
        Samples.writeSample(store);
    }

    @Test
    void eventsByName() throws Exception {
        assertThat(withoutPlace(BTC_LOG))
                .containsExactly(
                        "type=OUTAGE firstMissingTick=6722611300 lastMissingTick=6722612199",
                        "type=GAP venueIndex=0 flags=AGGREGATE exchangeTimeMs=1680653050000 firstMissingId=880"
                                + " lastMissingId=889",
                        "type=TRADE venueIndex=0 flags=TAKER_SOLD,AGGREGATE exchangeTimeMs=1680653050000 price=28159.60"
                                + " quantity=1.250 firstTradeId=890 lastTradeId=900 aggregateId=77",
                        "type=TRADE venueIndex=255 flags=OFF_BOOK,LATE exchangeTimeMs=1680653045000 price=28159.61"
                                + " quantity=0.001 firstTradeId=901 lastTradeId=901",
                        "type=LIQUIDATION venueIndex=0 flags=LONG_LIQUIDATED,SAMPLED exchangeTimeMs=1680653050001"
                                + " averagePrice=28150.00000000 filledQuantity=0.500 orderPrice=28140.00000000"
                                + " orderQuantity=0.600",
                        "type=BOOK_TICKER venueIndex=0 flags= exchangeTimeMs=1680653050002 updateId=1099511627776"
                                + " bidPrice=28159.50 bidQuantity=12.000 askPrice=28159.60 askQuantity=0.001",
                        "type=MARK_PRICE venueIndex=0 flags=ROUNDED,WITH_FUNDING,WITH_INDEX exchangeTimeMs=1680653050003"
                                + " markPrice=28159.12345678 indexPrice=28158.00000001 fundingRate=-0.000012345678"
                                + " nextFundingTimeMs=1680656650000",
                        "type=MARK_PRICE venueIndex=1 flags= exchangeTimeMs=1680653050003 markPrice=0.00000001",
                        "type=FUNDING venueIndex=0 flags=SETTLED exchangeTimeMs=1680653050004 fundingRate=0.000100000000"
                                + " fundingTimeMs=1680653049000 fundingIntervalMinutes=480",
                        "type=OPEN_INTEREST venueIndex=0 flags= exchangeTimeMs=1680653050005"
                                + " openInterest=9223372036854775.807");
    }

    @Test
    void decisionsByName() throws Exception {
        assertThat(withoutPlace(FAN_LOG))
                .contains(
                        "type=TRANSITION machine=TOKEN from=BUILD to=PRESSURE reason=THRESHOLD measureKind=HEAT"
                                + " measure=0.625 threshold=0.55 base=0.5 tierFactor=1.1 phaseFactor=1.0 tier=0"
                                + " heldTicks=12",
                        "type=TIER_CHANGE fromTier=2 toTier=0");
    }

    @Test
    void groupsByName() throws Exception {
        store.files.clear();
        Samples.writeGroups(store);
        assertThat(withoutPlace(FAN_LOG))
                .containsExactly(
                        "type=CONFIGURATION_CHANGE configuration=" + Samples.OTHER_CONFIGURATION,
                        "type=CLUSTER_TRANSITION cluster=65535 from=CLUSTER_CALM to=CLUSTER_HEATING reason=THRESHOLD"
                                + " measureKind=FRAGILE_SHARE measure=0.75 threshold=0.5225 base=0.3 tierFactor=1.1"
                                + " phaseFactor=0.95 heldTicks=40",
                        "type=CLUSTER_SHARES cluster=65535 fragileShare=0.75 readyShare=0.25 unwindShare=0.125"
                                + " baselineFactor=1.5 sizeFactor=1.25 liveMembers=2 members=3",
                        "type=EVENT_PHASE event=7 from=EVENT_START to=EVENT_MID reason=COLLAPSED"
                                + " measureKind=COLLAPSE_SHARE measure=0.625 threshold=0.5 referencePrice=1.2345"
                                + " scheduledMs=1680653000000 eventKey=fedcba9876543210 heldTicks=80");
    }

    @Test
    void hearingByName() throws Exception {
        store.files.clear();
        Samples.writeHearing(store);
        assertThat(withoutPlace(FAN_LOG))
                .containsExactly(
                        "type=FEED_STATE venueIndex=0 flags=SAMPLED exchangeTimeMs=1680653050000 stream=LIQUIDATION"
                                + " from=UNKNOWN to=SYNCHRONIZED cause=DATA",
                        "type=FEED_STATE venueIndex=1 flags= exchangeTimeMs=1680653050001 stream=TRADE"
                                + " from=SYNCHRONIZED to=STALE cause=CONNECTION_BROKEN",
                        "type=CLOCK_STEP venueIndex=0 flags= exchangeTimeMs=1680653050002 stepMs=-3600000"
                                + " aheadMs=3600000",
                        "type=FEED_COUNT venueIndex=0 flags= exchangeTimeMs=1680653050003 stream=TRADE"
                                + " frames=1099511627776 connects=3 breaks=2",
                        "type=BACK_PRESSURE venueIndex=0 flags= exchangeTimeMs=1680653050004 heldMs=1250"
                                + " mostQueuedBytes=33554432",
                        "type=TRADE venueIndex=0 flags=AGGREGATE,LATE,BACKFILLED exchangeTimeMs=1680653049100"
                                + " price=1.0000 quantity=25 firstTradeId=903 lastTradeId=905 aggregateId=78");
    }

    @Test
    void anAdapterIsNamedByItsHash() throws Exception {
        store.files.clear();
        Samples.writeSwap(store);
        assertThat(withoutPlace(FAN_LOG))
                .containsExactly(
                        "type=FEED_STATE venueIndex=1 flags= exchangeTimeMs=1680653050000 stream=TRADE"
                                + " from=SYNCHRONIZED to=STALE cause=ADAPTER_FAILED",
                        "type=ADAPTER_CHANGE venueIndex=1 flags= exchangeTimeMs=1680653050001"
                                + " adapter=0123456789abcdefffffffffffffffff00000000000000018000000000000000",
                        "type=FEED_STATE venueIndex=1 flags= exchangeTimeMs=1680653050001 stream=TRADE"
                                + " from=STALE to=SYNCHRONIZED cause=ADAPTER_CHANGED",
                        "type=TRADE venueIndex=1 flags=UNORDERED_ID exchangeTimeMs=1680653049991 price=1.0000"
                                + " quantity=25 firstTradeId=-9223372036854775803"
                                + " lastTradeId=-9223372036854775803",
                        "type=ADAPTER_CHANGE venueIndex=1 flags= exchangeTimeMs=1680653050002 adapter="
                                + "0".repeat(64),
                        "type=STREAM_STATES venueIndex=1 streamStates=800000000000005d");
    }

    @Test
    void aCodeWithoutANameIsItsNumber() {
        assertThat(HearingNames.state(0)).isEqualTo("0");
        assertThat(HearingNames.cause(-1)).isEqualTo("-1");
        assertThat(HearingNames.stream(300)).isEqualTo("300");
    }

    @Test
    void eachRecordStartsWithItsPlace() throws Exception {
        assertThat(FieldText.linesOf(store, TICK_LOG).get(1))
                .startsWith("sequence=1\ttick=6722612201\ttickStartMs=1680653050250\ttype=TICK\trecords=0\t");
    }

    @Test
    void aFlagWithoutANameIsCalledByItsNumber() {
        assertThat(FlagNames.of(1 | 1 << 15)).containsExactly("TAKER_SOLD", "BIT_15");
    }

    private List<String> withoutPlace(String name) throws Exception {
        return FieldText.linesOf(store, name).stream()
                .map(line -> line.substring(line.indexOf("type=")).replace('\t', ' '))
                .toList();
    }
}
