package exchange.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.testkit.Answer;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.ExchangeAdapterContract;
import pawl.testkit.Heard;
import pawl.testkit.Transcript;

/** Frames as the venue sends them, and what they mean. The kit makes the hostile ones of them. */
class AcmeConformanceTest extends ExchangeAdapterContract {
    private static final Token CHZ = new Token(0, "CHZUSD", "standard", -4, 0, -8, 480);
    private static final Token SAN = new Token(1, "SANUSD", "standard", -4, 0, -8, 480);

    @Override
    protected ExchangeAdapterProvider provider() {
        return new AcmeProvider();
    }

    @Override
    protected List<Instrument> instruments() {
        return List.of(new Instrument(0, "acme", 0, "CHZUSD", CHZ), new Instrument(1, "acme", 0, "SANUSD", SAN));
    }

    @Override
    protected List<Transcript> transcripts() {
        return List.of(
                Transcript.of("trade", """
                                {"channel":"trade","symbol":"CHZUSD","id":17,"time":1680652800009,"price":"0.1234","quantity":"100","side":"sell"}
                                """)
                        .on("trade:CHZUSD")
                        .means(new Trade(0, 1680652800009L, 17, 17, 0, 1234, 100, EventFlag.TAKER_SOLD))
                        .kind("channel")
                        .symbol("symbol")
                        .id("id")
                        .time("time")
                        .price("price")
                        .quantity("quantity")
                        .side("side", "sell", "buy"),
                Transcript.of("quote", """
                                {"channel":"quote","symbol":"SANUSD","id":9,"time":1680652800010,"bid":"2.5001","bidQuantity":"5","ask":"2.5102","askQuantity":"7"}
                                """)
                        .on("quote:SANUSD")
                        .means(new BookTicker(1, 1680652800010L, 9, 25_001, 5, 25_102, 7, 0))
                        .kind("channel")
                        .symbol("symbol")
                        .id("id")
                        .time("time")
                        .price("bid", "ask")
                        .quantity("bidQuantity", "askQuantity"),
                Transcript.of("acknowledgement", "{\"ok\":7}").means(new Ignored("answer")));
    }

    @Override
    protected List<Answer> answers() {
        return List.of(
                new Answer("{\"ok\":7}", new Heard.Acknowledged(7)),
                new Answer("{\"error\":8,\"message\":\"no such symbol\"}", new Heard.Refused(8)),
                new Answer("{\"pong\":true}", new Heard.Pong()));
    }

    /** Each case that is passed over has its reason in the report. */
    @Override
    protected Map<String, String> notApplicable() {
        return Map.of(
                "EX-06", "Acme has no mark price",
                "EX-07", "Acme tells of no liquidations",
                "EX-08", "Acme tells of no open interest",
                "EX-09", "Acme's instruments have no funding",
                "EX-56", "Acme does not sell its past");
    }

    /** Behind the arrival stamp of each line. */
    @Override
    protected List<byte[]> recording() {
        try {
            return Files.readAllLines(Path.of("recordings", "acme.txt")).stream()
                    .map(line -> line.substring(line.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
