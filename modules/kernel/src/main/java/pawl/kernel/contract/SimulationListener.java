package pawl.kernel.contract;

/** Hears of a simulation while it runs, on the thread that runs it. */
public interface SimulationListener {
    /** A seed came to its end, whatever came of it. */
    void ended(long seed);

    /** A seed found something. */
    void failed(SimulationReport.Failure failure);
}
