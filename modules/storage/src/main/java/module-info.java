/**
 * The byte formats of {@code docs/format.md} and what writes and reads them: records, day logs, the tick log that commits them, and
 * snapshots (E8, D9). Where the bytes come to lie is a {@link pawl.api.storage.LogStore}'s business: nothing here opens a file, reads
 * a clock or knows what a state means.
 */
@SuppressWarnings("module") // pawl.kernel is compiled later
module pawl.storage {
    requires transitive pawl.api;
    requires static org.jspecify;

    exports pawl.storage to
            pawl.kernel;
}
