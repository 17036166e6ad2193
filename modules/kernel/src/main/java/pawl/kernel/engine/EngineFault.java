package pawl.kernel.engine;

import pawl.api.token.Token;

/** An invariant did not hold inside a tick: a plugin broke its contract, or state was altered. The engine stops (exit code 4). */
final class EngineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFault(String message) {
        super(message);
    }

    private EngineFault(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * What a call of a plugin threw, laid to the plugin; thrown on where the machine is at its end.
     *
     * @param thrown anything, since a plugin may throw what it did not declare, and its classes may fail to link or to begin
     */
    static EngineFault of(String plugin, Token token, Throwable thrown) {
        PluginErrors.rethrowFatal(thrown);
        return new EngineFault("plugin " + plugin + " failed on token " + token.name() + ": " + thrown, thrown);
    }
}
