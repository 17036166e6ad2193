package pawl.config;

/** The steps of the cluster machine in the order of the ring, each named by the state that it leads into (E6). */
public enum ClusterStep {
    HEATING("heating"),
    FRAGILE("fragile"),
    UNWIND("unwind"),
    COOLDOWN("cooldown"),
    CALM("calm");

    private final String configurationName;

    ClusterStep(String configurationName) {
        this.configurationName = configurationName;
    }

    /** Its key under {@code clusterMachine.steps}. */
    public String configurationName() {
        return configurationName;
    }
}
