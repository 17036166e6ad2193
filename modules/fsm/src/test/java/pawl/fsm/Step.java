package pawl.fsm;

/** A transition as a value. */
record Step(
        TokenState from,
        TokenState to,
        StepReason reason,
        Measure measure,
        double measured,
        double threshold,
        double base,
        double tierFactor,
        double phaseFactor,
        int heldTicks) {

    static Step of(Transition transition) {
        return new Step(
                transition.from(),
                transition.to(),
                transition.reason(),
                transition.measure(),
                transition.measured(),
                transition.threshold(),
                transition.base(),
                transition.tierFactor(),
                transition.phaseFactor(),
                transition.heldTicks());
    }
}
