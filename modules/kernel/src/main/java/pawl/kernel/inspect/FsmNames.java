package pawl.kernel.inspect;

import pawl.fsm.Measure;
import pawl.fsm.StepReason;
import pawl.fsm.TokenState;
import pawl.storage.DecisionNames;

/** The names of the token machine's codes. */
public enum FsmNames implements DecisionNames {
    INSTANCE;

    private static final int TOKEN_MACHINE = 1;

    @Override
    public String machine(int machineCode) {
        return machineCode == TOKEN_MACHINE ? "TOKEN" : Integer.toString(machineCode);
    }

    @Override
    public String state(int machineCode, int stateCode) {
        for (TokenState state : TokenState.values()) {
            if (machineCode == TOKEN_MACHINE && state.code() == stateCode) {
                return state.name();
            }
        }
        return Integer.toString(stateCode);
    }

    @Override
    public String reason(int reasonCode) {
        for (StepReason reason : StepReason.values()) {
            if (reason.code() == reasonCode) {
                return reason.name();
            }
        }
        return Integer.toString(reasonCode);
    }

    @Override
    public String measure(int measureKindCode) {
        for (Measure measure : Measure.values()) {
            if (measure.code() == measureKindCode) {
                return measure.name();
            }
        }
        return Integer.toString(measureKindCode);
    }
}
