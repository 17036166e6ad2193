/**
 * Reads the JSON of a venue's frames without allocating, for authors of exchange plugins: a cursor that steps over JSON text, the
 * places of the fields that are wanted, and the numbers in them.
 *
 * <p>A plugin that uses it carries it in its own folder, in the version that it was built with; the engine neither has it nor
 * needs it. No method takes or returns {@code null}, and nothing in it is thread-safe unless it says so.
 */
module pawl.json {
    requires transitive pawl.api;

    exports pawl.json;
}
