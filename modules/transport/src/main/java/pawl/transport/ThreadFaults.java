package pawl.transport;

import java.util.concurrent.TimeUnit;

/** Tells of what a sink, a listener or the program itself threw on the transport's thread, which goes on; at most once a second. */
final class ThreadFaults {
    private static final long PERIOD_NS = TimeUnit.SECONDS.toNanos(1);

    private final Outlet outlet;
    private long count;
    private long toldNs = System.nanoTime() - PERIOD_NS;

    ThreadFaults(Outlet outlet) {
        this.outlet = outlet;
    }

    void thrown(Throwable fault) {
        count++;
        long nowNs = System.nanoTime();
        if (nowNs - toldNs >= PERIOD_NS) {
            toldNs = nowNs;
            StackTraceElement[] trace = fault.getStackTrace();
            outlet.notice(
                    "transport",
                    "a fault of this program, number " + count + " so far: " + fault
                            + (trace.length == 0 ? "" : " at " + trace[0]) + "; please report it");
        }
    }
}
