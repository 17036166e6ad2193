package pawl.plugin.exchange.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.token.Instrument;
import pawl.testkit.Answer;
import pawl.testkit.ExchangeAdapterContract;
import pawl.testkit.Heard;
import pawl.testkit.Transcript;

/** The conformance kit's cases. */
class GateConformanceTest extends ExchangeAdapterContract {
    @Override
    protected ExchangeAdapterProvider provider() {
        return new GateProvider();
    }

    @Override
    protected List<Instrument> instruments() {
        List<Instrument> instruments = new ArrayList<>(Gate.instruments());
        // Of the recording.
        instruments.add(Gate.instrument(3, "WOO_USDT", -4, 0, "10"));
        instruments.add(Gate.instrument(4, "PHB_USDT", -4, 0, "1"));
        return instruments;
    }

    @Override
    protected List<Transcript> transcripts() {
        return GateTranscripts.all();
    }

    @Override
    protected Map<String, String> notApplicable() {
        return Map.of(
                "EX-13", "the side is the sign of the size, which EX-20 turns round",
                "EX-14", "the side is the sign of the size; there is no third",
                "EX-56", "the venue gives past trades by their time alone");
    }

    @Override
    protected List<Answer> answers() {
        return List.of(
                new Answer("""
                        {"time":1545405058,"time_ms":1545405058123,"id":7,"channel":"futures.trades","event":"subscribe",\
                        "result":{"status":"success"}}""", new Heard.Acknowledged(7)),
                new Answer("""
                        {"time":1770603321,"time_ms":1770603321767,"id":8,"conn_id":"57a8765578ea837e",\
                        "channel":"futures.trades","event":"subscribe","payload":["X_USDT"],"error":{"code":2,\
                        "message":"unknown contract X_USDT"},"result":{"status":"fail"}}""", new Heard.Refused(8)),
                new Answer("""
                        {"time":1545404023,"time_ms":1545404023123,"channel":"futures.pong","event":"",\
                        "result":null}""", new Heard.Pong()),
                new Answer("""
                        {"type":"upgrade","msg":"The connection will soon be closed for a service upgrade. Please \
                        reconnect."}""", new Heard.ClosingSoon()),
                new Answer("""
                        {"time":1770600979,"channel":"futures.system","event":"update","result":{"type":"upgrade",\
                        "msg":"The connection will soon be closed."}}""", new Heard.ClosingSoon()));
    }

    @Override
    protected List<byte[]> recording() {
        try {
            return SharedData.received("recordings/cryptofeed_20230524.jsonl.gz").stream()
                    .map(Gate::bytes)
                    .toList();
        } catch (TestAbortedException notThere) {
            return List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
