package pawl.kernel.simulate;

/** Something that must hold did not. */
final class SimulationFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final long tick;

    /** @param tick in or after which it came to light; -1 where no tick had run */
    SimulationFailure(long tick, String message) {
        super(message);
        this.tick = tick;
    }

    SimulationFailure(long tick, String message, Throwable cause) {
        super(message, cause);
        this.tick = tick;
    }

    long tick() {
        return tick;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
