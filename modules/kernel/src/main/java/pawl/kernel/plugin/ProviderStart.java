package pawl.kernel.plugin;

import java.time.Duration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pawl.api.plugin.PluginProvider;

/** The first of a plugin's own code that runs: on a thread of its own, for a limited time. */
public final class ProviderStart {
    private ProviderStart() {}

    record Started(PluginProvider provider, String id) {}

    static Started start(ModuleLayer layer, PluginKind kind, PluginLimits limits) throws PluginRefusedException {
        try {
            return within(limits.start(), () -> {
                PluginProvider provider = make(layer, kind);
                return new Started(provider, String.valueOf(provider.id()));
            });
        } catch (ExecutionException e) {
            throw new PluginRefusedException(Refusal.PROVIDER_THROWS, Causes.line(e));
        } catch (TimeoutException e) {
            throw new PluginRefusedException(
                    Refusal.PROVIDER_HANGS, limits.start().toMillis());
        }
    }

    private static PluginProvider make(ModuleLayer layer, PluginKind kind) {
        List<? extends ServiceLoader.Provider<? extends PluginProvider>> own =
                ServiceLoader.load(layer, kind.service()).stream()
                        // A layer's loader also finds the providers of the layers below it.
                        .filter(provider -> provider.type().getModule().getLayer() == layer)
                        .toList();
        if (own.size() != 1) {
            throw new ServiceConfigurationError(own.size() + " providers were found where the descriptor names one");
        }
        return own.getFirst().get();
    }

    /**
     * What that code gives. Nothing can end it where it does not end by itself: its thread then stays, and does not keep the process.
     *
     * @throws ExecutionException with what it threw
     */
    public static <T> T within(Duration limit, Callable<T> code) throws ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, "plugin-start");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted while a plugin started", e);
        }
    }
}
