package pawl.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

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
        ExchangeAdapter adapter = provider.create(
                List.of(new Instrument(0, "acme", 0, "CHZUSD", token)), Settings.of("venues[0].settings", Map.of()));
        byte[] frame = "CHZUSD,17,1680652800009,0.1234,100,sell".getBytes(StandardCharsets.UTF_8);
        RecordedTrades trades = new RecordedTrades();
        adapter.decode(frame, 0, frame.length, trades);
        assertThat(trades.texts()).containsExactly("0 1680652800009 17 1234 10000 TAKER_SOLD");
    }
}
