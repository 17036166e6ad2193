/**
 * The configuration: one YAML file, checked against the JSON Schema that editors use and against rules that a schema cannot
 * state, and handed to the kernel as immutable records with the hash that log headers carry. Fences off Jackson's YAML reader and
 * the schema validator.
 *
 * <p>Exported to the kernel only, which is compiled later: hence the suppressed warning.
 */
@SuppressWarnings("module")
module pawl.config {
    requires transitive pawl.api;
    requires com.networknt.schema;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports pawl.config to
            pawl.kernel;
}
