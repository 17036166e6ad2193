package pawl.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Subscription;
import pawl.api.exchange.FeedStream;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.kernel.toy.RecordedTrades;

/** The plugin that {@code docs/plugins.md} shows: compiled from the page, loaded, and given a frame. */
class DocumentedPluginTest {
    private static final Pattern JAVA_FILE = Pattern.compile("```java\n// (\\S+\\.java)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void thePageHoldsAWholePlugin() throws Exception {
        Path page = Path.of(System.getProperty("pawl.root"), "docs", "plugins.md");
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all",
                "-Werror",
                "-p",
                PluginWorkshop.apiJar().toString(),
                "-d",
                folder.resolve("classes") + ""));
        for (MatchResult file :
                JAVA_FILE.matcher(Files.readString(page)).results().toList()) {
            Path source = folder.resolve("sources").resolve(file.group(1));
            Files.createDirectories(source.getParent());
            Files.writeString(source, file.group(2));
            arguments.add(source.toString());
        }
        PluginWorkshop.run("javac", arguments.toArray(String[]::new));
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PluginWorkshop.packFolder(folder.resolve("classes"), plugins.resolve("exchange-acme/acme-exchange.jar"));

        PluginSet loaded = PluginLoader.load(plugins);
        assertThat(loaded.refused()).isEmpty();
        ExchangeAdapterProvider provider = (ExchangeAdapterProvider)
                loaded.find(PluginKind.EXCHANGE, "exchange-acme").orElseThrow().provider();
        Token token = new Token(0, "CHZUSD", "standard", -4, -2, -8, 480);
        List<Instrument> instruments = List.of(new Instrument(0, "acme", 0, "CHZUSD", token));
        Settings settings = Settings.of("venues[0].settings", Map.of());
        ExchangeAdapter adapter = provider.create(instruments, settings);
        byte[] frame = "CHZUSD,17,1680652800009,0.1234,100,sell".getBytes(StandardCharsets.UTF_8);
        RecordedTrades trades = new RecordedTrades();
        adapter.decode(frame, 0, frame.length, trades);
        assertThat(trades.texts()).containsExactly("0 1680652800009 17 1234 10000 TAKER_SOLD");
        assertThatThrownBy(() -> adapter.decode(ascii("OK 7"), 0, 4, trades)).hasMessage("answer");

        FeedProtocol protocol = provider.protocol(instruments, settings).orElseThrow();
        assertThat(protocol.plan().groups())
                .singleElement()
                .satisfies(group ->
                        assertThat(group.streams()).extracting(FeedStream::name).containsExactly("CHZUSD"));
        assertThat(protocol.subscribe(List.of("CHZUSD"), 7))
                .containsExactly(new Subscription(7, "SUB 7 CHZUSD", List.of("CHZUSD")));
        assertThat(protocol.ping()).contains("PING");
        assertThat(protocol.repair(0, 1, 2, false)).isEmpty();
        assertThat(heard(protocol, "CHZUSD,17,1680652800009,0.1234,100,sell")).isEqualTo("data 0");
        assertThat(heard(protocol, "CHZ")).isEqualTo("data -1");
        assertThat(heard(protocol, "OK 7")).isEqualTo("acknowledged 7");
        assertThat(heard(protocol, "ERR 8")).isEqualTo("refused 8");
        assertThat(heard(protocol, "OK ")).isEqualTo("acknowledged -1");
        assertThat(heard(protocol, "PONG")).isEqualTo("pong");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String heard(FeedProtocol protocol, String frame) {
        HeardCall hearing = new HeardCall();
        protocol.hear(ascii(frame), 0, frame.length(), hearing);
        return hearing.text;
    }

    private static final class HeardCall implements FeedHearing {
        private String text = "nothing";

        @Override
        public void data(int stream) {
            text = "data " + stream;
        }

        @Override
        public void acknowledged(long requestId) {
            text = "acknowledged " + requestId;
        }

        @Override
        public void refused(long requestId) {
            text = "refused " + requestId;
        }

        @Override
        public void pong() {
            text = "pong";
        }

        @Override
        public void closingSoon() {
            text = "closing soon";
        }
    }
}
