package pawl.config;

/** The steps of the token machine in the order of the ring, each named by the state that it leads into (E5). */
public enum RingStep {
    PRESSURE("pressure"),
    FRAGILE("fragile"),
    TRIGGER_READY("triggerReady"),
    UNWIND("unwind"),
    COOLDOWN("cooldown"),
    BUILD("build");

    private final String configurationName;

    RingStep(String configurationName) {
        this.configurationName = configurationName;
    }

    /** Its key under {@code tokenMachine.steps}. */
    public String configurationName() {
        return configurationName;
    }
}
