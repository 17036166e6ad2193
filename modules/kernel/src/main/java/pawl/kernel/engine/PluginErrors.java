package pawl.kernel.engine;

/** What may be laid to a plugin of what is thrown in a call of it. */
final class PluginErrors {
    private PluginErrors() {}

    /** Throws on what says that the machine is at its end: no memory, an internal error. A stack that a plugin filled is the plugin's. */
    static void rethrowFatal(Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
    }
}
