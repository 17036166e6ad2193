package pawl.kernel.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import pawl.api.exchange.ExchangeAdapterProvider;

/**
 * What the loader would say of one folder, jar or zip, wherever it lies; and, of an exchange plugin, whether it can say the little that
 * it must know without instruments.
 *
 * @param problems all that was found at the first stage that found any, a line each
 */
public record PluginCheck(Optional<LoadedPlugin> plugin, List<String> problems, List<String> warnings) {

    public static PluginCheck of(Path location) {
        return of(location, PluginLimits.STANDARD);
    }

    static PluginCheck of(Path location, PluginLimits limits) {
        PluginOpening opening = new PluginOpening(Optional.empty(), limits);
        Optional<LoadedPlugin> plugin = Optional.empty();
        List<String> problems = new ArrayList<>();
        try {
            if (!Files.isDirectory(location) && !PluginFiles.isJar(location) && !PluginFiles.isPacked(location)) {
                throw new PluginRefusedException(Refusal.NEITHER);
            }
            LoadedPlugin opened = opening.open(location);
            plugin = Optional.of(opened);
            if (opened.provider() instanceof ExchangeAdapterProvider exchange) {
                ask(exchange, limits);
            }
        } catch (PluginRefusedException e) {
            problems.addAll(e.findings());
        }
        List<String> warnings =
                opening.warnings().stream().map(PluginWarning::text).toList();
        return new PluginCheck(plugin, problems, warnings);
    }

    private static void ask(ExchangeAdapterProvider exchange, PluginLimits limits) throws PluginRefusedException {
        try {
            boolean answers = ProviderStart.within(limits.start(), () -> {
                Optional<String> venue = Optional.ofNullable(exchange.venue());
                return venue.isPresent()
                        && !venue.get().isBlank()
                        && Optional.ofNullable(exchange.surveyor()).isPresent();
            });
            if (!answers) {
                throw new PluginRefusedException(Refusal.VENUE_FAILS, "null or nothing was given");
            }
        } catch (ExecutionException e) {
            throw new PluginRefusedException(Refusal.VENUE_FAILS, Causes.line(e));
        } catch (TimeoutException e) {
            throw new PluginRefusedException(
                    Refusal.VENUE_FAILS, "no answer within " + limits.start().toMillis() + " ms");
        }
    }
}
