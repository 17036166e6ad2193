package pawl.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.token.Instrument;
import pawl.kernel.Archives;
import pawl.kernel.contract.ArchivedDays;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginLoader;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.review.RecordedPlans;

/** The inputs of a stored run, with the very plugins of then, give its decisions to the byte on every later build. */
class GoldenReexecutionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void everyTickIsRunAgainPlainAndCompressed(String version) throws Exception {
        Path plugins = GoldenFolder.plugins(version);
        Path data = GoldenFolder.copy(version, folder.resolve("data"));
        assertThat(ticksRun(data, plugins)).isEqualTo(241);
        GoldenFolder.seal(data, "2026-07-19");
        Archives.compress(data, plugins, new ArchivedDays(Optional.empty(), Optional.empty()), log -> {});
        assertThat(ticksRun(data, plugins)).isEqualTo(241);
    }

    private static int ticksRun(Path data, Path plugins) throws Exception {
        int ticks = 0;
        try (LogStore store = DataReading.open(data, plugins);
                Reexecution again = new Reexecution(store, new RecordedPlans(store, withExchange(plugins)))) {
            while (again.next()) {
                ticks++;
            }
        }
        return ticks;
    }

    /** Nothing is decoded, so that any exchange plugin of that name will do. */
    private static PluginSet withExchange(Path folder) throws Exception {
        List<LoadedPlugin> plugins = new ArrayList<>(PluginLoader.load(folder).plugins());
        plugins.add(new LoadedPlugin(
                "exchange-binance", PluginKind.EXCHANGE, new Deaf(), "0.0.0", "0".repeat(64), Path.of("none")));
        return new PluginSet(plugins, List.of());
    }

    private static final class Deaf implements ExchangeAdapterProvider {
        @Override
        public String id() {
            return "exchange-binance";
        }

        @Override
        public String venue() {
            return "binance";
        }

        @Override
        public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
            return (bytes, offset, length, sink) -> {
                throw new IllegalStateException("nothing is to be decoded");
            };
        }

        @Override
        public InstrumentSurveyor surveyor() {
            throw new IllegalStateException("nothing is to be surveyed");
        }
    }
}
