package pawl.kernel.engine;

import pawl.api.token.Token;

/** An invariant did not hold inside a tick: a plugin broke its contract, or state was altered. The engine stops (exit code 4). */
final class EngineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFault(String message) {
        super(message);
    }

    EngineFault(String plugin, Token token, RuntimeException cause) {
        super("plugin " + plugin + " failed on token " + token.name() + ": " + cause, cause);
    }
}
