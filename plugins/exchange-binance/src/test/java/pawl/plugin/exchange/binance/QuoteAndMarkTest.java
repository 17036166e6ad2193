package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;

class QuoteAndMarkTest {
    private static final int WITH_ALL = EventFlag.WITH_INDEX | EventFlag.WITH_FUNDING;

    static Stream<Arguments> bookTickers() {
        return Stream.of(
                argumentSet(
                        "2021",
                        """
                        {"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","u":1553413152520,"s":"BTCUSDT","b":"1778.54",\
                        "B":"15.164","a":"1778.55","A":"7.289","T":1653817855284,"E":1653817855289}}""",
                        new CanonicalEvent.BookTicker(
                                0, 1653817855284L, 1553413152520L, 177854, 15164, 177855, 7289, 0)),
                argumentSet(
                        "2026, bare",
                        """
                        {"e":"bookTicker","u":11730346419457,"s":"BTCUSDT","ps":"BTCUSDT","b":"84788.20","B":"5.923",\
                        "a":"84788.30","A":"2.824","T":1791091007473,"E":1791091007473,"st":1}""",
                        new CanonicalEvent.BookTicker(
                                0, 1791091007473L, 11730346419457L, 8478820, 5923, 8478830, 2824, 0)),
                argumentSet(
                        "the kind not first, as some streams send it",
                        "{\"u\":7,\"e\":\"bookTicker\",\"s\":\"BTCUSDT\",\"b\":\"1\",\"B\":\"2\",\"a\":\"3\",\"A\":\"4\",\"T\":5}",
                        new CanonicalEvent.BookTicker(0, 5, 7, 100, 2000, 300, 4000, 0)),
                argumentSet(
                        "no T, so the time it was sent",
                        "{\"e\":\"bookTicker\",\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1\",\"B\":\"2\",\"a\":\"3\",\"A\":\"4\",\"E\":9}",
                        new CanonicalEvent.BookTicker(0, 9, 7, 100, 2000, 300, 4000, 0)),
                argumentSet(
                        "no bid, written as zeros",
                        "{\"e\":\"bookTicker\",\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"0.00\",\"B\":\"0\",\"a\":\"3\",\"A\":\"4\",\"T\":9}",
                        new CanonicalEvent.BookTicker(0, 9, 7, 0, 0, 300, 4000, 0)),
                argumentSet(
                        "no ask, written as nothing; a price without quantity is no bid",
                        "{\"e\":\"bookTicker\",\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1.00\",\"B\":\"0\",\"a\":\"\",\"A\":\"\",\"T\":9}",
                        new CanonicalEvent.BookTicker(0, 9, 7, 0, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("bookTickers")
    void decodesBookTicker(String frame, CanonicalEvent expected) throws FrameRefusedException {
        assertThat(Venue.decode(frame)).containsExactly(expected);
    }

    static Stream<Arguments> markPrices() {
        return Stream.of(
                argumentSet(
                        "2021",
                        """
                        {"stream":"btcusdt@markPrice","data":{"e":"markPriceUpdate","E":1617308820003,"s":"BTCUSDT",\
                        "p":"58940.14924532","P":"58905.14663658","i":"58857.26693664","r":"0.00058455","T":1617321600000}}""",
                        List.of(new CanonicalEvent.MarkPrice(
                                0,
                                1617308820003L,
                                5894014924532L,
                                5885726693664L,
                                584550000,
                                1617321600000L,
                                WITH_ALL))),
                argumentSet(
                        "2026, with ap and st",
                        """
                        {"stream":"btcusdt@markPrice@1s","data":{"e":"markPriceUpdate","E":1785048483000,"s":"BTCUSDT",\
                        "p":"64346.70000000","ap":"64346.80000000","P":"64335.31235580","i":"64399.61608696",\
                        "r":"-0.00005301","T":1785052800000,"st":1}}""",
                        List.of(new CanonicalEvent.MarkPrice(
                                0,
                                1785048483000L,
                                6434670000000L,
                                6439961608696L,
                                -53010000,
                                1785052800000L,
                                WITH_ALL))),
                argumentSet(
                        "the array of all symbols, with one that is not configured",
                        """
                        {"stream":"!markPrice@arr","data":[{"e":"markPriceUpdate","E":5,"s":"ETHUSDT","p":"1","r":"x","T":-1},\
                        {"e":"markPriceUpdate","E":6,"s":"BTCUSDT","p":"2","i":"3","r":"0.1","T":7}]}""",
                        List.of(
                                new CanonicalEvent.Unconfigured("ETHUSDT"),
                                new CanonicalEvent.MarkPrice(0, 6, 200000000, 300000000, 100000000000L, 7, WITH_ALL))),
                argumentSet(
                        "a delivery contract, without funding and index",
                        "{\"e\":\"markPriceUpdate\",\"E\":6,\"s\":\"BTCUSDT\",\"p\":\"2\",\"P\":\"2\",\"r\":\"\",\"T\":0}",
                        List.of(new CanonicalEvent.MarkPrice(0, 6, 200000000, 0, 0, 0, 0))),
                argumentSet(
                        "half a unit, rounded to even",
                        "{\"e\":\"markPriceUpdate\",\"E\":6,\"s\":\"BTCUSDT\",\"p\":\"2.000000025\",\"r\":\"\",\"T\":0}",
                        List.of(new CanonicalEvent.MarkPrice(0, 6, 200000002, 0, 0, 0, EventFlag.ROUNDED))),
                argumentSet(
                        "a rate finer than rates are kept",
                        "{\"e\":\"markPriceUpdate\",\"E\":6,\"s\":\"BTCUSDT\",\"p\":\"2\",\"r\":\"0.0000000000015\",\"T\":9}",
                        List.of(new CanonicalEvent.MarkPrice(
                                0, 6, 200000000, 0, 2, 9, EventFlag.ROUNDED | EventFlag.WITH_FUNDING))),
                argumentSet(
                        "a contract that is not traded",
                        "{\"e\":\"markPriceUpdate\",\"E\":6,\"s\":\"BTCUSDT\",\"p\":\"0.00000000\",\"r\":\"0\",\"T\":9}",
                        List.of(new CanonicalEvent.Ignored("noMarkPrice"))));
    }

    @ParameterizedTest
    @MethodSource("markPrices")
    void decodesMarkPrice(String frame, List<CanonicalEvent> expected) throws FrameRefusedException {
        assertThat(Venue.decode(frame)).isEqualTo(expected);
    }
}
