package pawl.kernel.engine;

import pawl.fsm.Transition;
import pawl.storage.TransitionRecord;

/** A token's step as a log record: the layers between which only the kernel may carry it. */
final class TransitionLogging {
    private static final int TOKEN_MACHINE = 1;

    private TransitionLogging() {}

    static TransitionRecord record(Transition step, int tier) {
        return new TransitionRecord(
                step.measured(),
                step.threshold(),
                step.base(),
                step.tierFactor(),
                step.phaseFactor(),
                TOKEN_MACHINE,
                step.from().code(),
                step.to().code(),
                step.reason().code(),
                step.measure().code(),
                tier,
                step.heldTicks());
    }
}
