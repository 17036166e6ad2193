package pawl.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import pawl.kernel.contract.StopSignal;

/**
 * Ends a run as an operator asks: the first SIGTERM or SIGINT at the next tick boundary, with everything put in order; the second at once,
 * with nothing lost that was committed.
 *
 * <p>A shutdown hook cannot tell the second from the first. What can is {@code sun.misc.Signal}, of the module jdk.unsupported; the
 * compiler warns of it in a way that nothing turns off, so it is called by name.
 */
final class StopOnSignal {
    private static final int FROM_SIGNAL = 128;
    private static final int TERM = 15;

    private StopOnSignal() {}

    static StopSignal install(Streams streams) {
        StopSignal stop = new StopSignal();
        InvocationHandler onSignal = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                received(stop, streams);
            }
            return null;
        };
        try {
            handle("TERM", onSignal);
            handle("INT", onSignal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("signals cannot be handled in this Java runtime: " + e, e);
        }
        return stop;
    }

    private static void received(StopSignal stop, Streams streams) {
        if (stop.isRequested()) {
            Runtime.getRuntime().halt(FROM_SIGNAL + TERM);
        }
        stop.request();
        streams.errorLine("stopping at the next tick boundary; once more to stop at once");
    }

    private static void handle(String name, InvocationHandler onSignal) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object proxy = Proxy.newProxyInstance(StopOnSignal.class.getClassLoader(), new Class<?>[] {handler}, onSignal);
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }
}
