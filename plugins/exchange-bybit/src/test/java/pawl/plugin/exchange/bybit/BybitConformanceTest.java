package pawl.plugin.exchange.bybit;

import java.io.IOException;
import java.io.UncheckedIOException;
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
class BybitConformanceTest extends ExchangeAdapterContract {
    @Override
    protected ExchangeAdapterProvider provider() {
        return new BybitProvider();
    }

    @Override
    protected List<Instrument> instruments() {
        return Bybit.instruments("BTCUSDT", "ETHUSDT");
    }

    @Override
    protected List<Transcript> transcripts() {
        return BybitTranscripts.all();
    }

    @Override
    protected List<Answer> answers() {
        return List.of(
                new Answer("""
                        {"success":true,"ret_msg":"","conn_id":"d8bu1olkndm7crnfs1e0","req_id":"7","op":"subscribe"}""", new Heard.Acknowledged(7)),
                new Answer("""
                        {"success":true,"ret_msg":"","conn_id":"d8bu1olkndm7crnfs1e0","req_id":"","op":"subscribe"}""", new Heard.Acknowledged(-1)),
                new Answer("""
                        {"success":false,"ret_msg":"error:handler not found,topic:publicTrade.X","conn_id":"d8bu1olk",\
                        "req_id":"8","op":"subscribe"}""", new Heard.Refused(8)),
                new Answer("""
                        {"success":true,"ret_msg":"pong","conn_id":"465772b1-7630-4fdc-a492-e003e6f0f260",\
                        "req_id":"","op":"ping"}""", new Heard.Pong()),
                new Answer("""
                        {"req_id":"100001","op":"pong","args":["1675418560633"],"conn_id":"cfcb4ocsvfriu23r3er0-1b"}""", new Heard.Pong()),
                new Answer("{\"args\":[\"1672916271846\"],\"op\":\"pong\"}", new Heard.Pong()));
    }

    @Override
    protected Map<String, String> notApplicable() {
        return Map.of("EX-56", "trades are named by UUIDs: what is missing cannot be asked for");
    }

    @Override
    protected List<byte[]> recording() {
        try {
            return SharedData.received("recordings/cryptofeed_v5_linear_BTC_ETH_20260809.jsonl.gz").stream()
                    .map(Bybit::bytes)
                    .toList();
        } catch (TestAbortedException notThere) {
            return List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
