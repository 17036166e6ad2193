/**
 * What a Pawl plugin may know: canonical events and their units, tokens and instruments, and the four contracts a plugin can
 * provide (exchange adapter, feature extractor, tier policy, log store).
 *
 * <p>Every package is exported plainly: a qualified export would not reach a plugin, which lives in a module layer of its own.
 * The module requires nothing but {@code java.base}.
 * No method takes or returns {@code null}.
 */
module pawl.api {
    exports pawl.api.decimal;
    exports pawl.api.event;
    exports pawl.api.exchange;
    exports pawl.api.feature;
    exports pawl.api.plugin;
    exports pawl.api.storage;
    exports pawl.api.tier;
    exports pawl.api.token;
}
