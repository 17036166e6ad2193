package pawl.kernel.engine;

import pawl.api.token.Token;

/** A plugin broke its contract inside a tick. The engine stops (exit code 4). */
final class EngineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFault(String plugin, Token token, RuntimeException cause) {
        super("plugin " + plugin + " failed on token " + token.name() + ": " + cause, cause);
    }
}
