package pawl.plugin.exchange.okx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.token.Instrument;
import pawl.testkit.Answer;
import pawl.testkit.ExchangeAdapterContract;
import pawl.testkit.Heard;
import pawl.testkit.Transcript;

/** The conformance kit's cases. */
class OkxConformanceTest extends ExchangeAdapterContract {
    @Override
    protected ExchangeAdapterProvider provider() {
        return new OkxProvider();
    }

    @Override
    protected List<Instrument> instruments() {
        List<Instrument> instruments = new ArrayList<>(Okx.instruments());
        // Of the same numbers as the first; and those of the recording, two of which are priced in coins.
        instruments.add(Okx.instrument(2, "ETC-USDT-SWAP", -1, -6, "0.01"));
        instruments.add(Okx.instrument(3, "BTC-USD-220527", -1, -2, "100"));
        instruments.add(Okx.instrument(4, "UNI-USD-SWAP", -3, -4, "0.25"));
        instruments.add(Okx.instrument(5, "BTC-USDT", -1, -8, "1"));
        return instruments;
    }

    @Override
    protected List<Transcript> transcripts() {
        return OkxTranscripts.all();
    }

    @Override
    protected List<Answer> answers() {
        return List.of(
                new Answer("""
                        {"id":"7","event":"subscribe","arg":{"channel":"trades","instId":"BTC-USDT-SWAP"},\
                        "connId":"a4d3ae55"}""", new Heard.Acknowledged(7)),
                new Answer("""
                        {"id":"8","event":"error","code":"60018","msg":"Wrong URL or channel:trades,\
                        instId:X-USDT-SWAP doesn't exist.","connId":"a4d3ae55"}""", new Heard.Refused(8)),
                new Answer("pong", new Heard.Pong()),
                new Answer("""
                        {"event":"notice","code":"64008","msg":"The connection will soon be closed for a service \
                        upgrade. Please reconnect.","connId":"a4d3ae55"}""", new Heard.ClosingSoon()));
    }

    @Override
    protected List<byte[]> recording() {
        try {
            return SharedData.received("recordings/cryptofeed_20220513.jsonl.gz").stream()
                    .map(Okx::bytes)
                    .toList();
        } catch (TestAbortedException notThere) {
            return List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
