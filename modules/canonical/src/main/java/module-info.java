/**
 * The canonical layer (E3): a queue for each token, which a tick empties in a total order, without the trades already seen, with
 * late events marked and holes in trade ids shown. It knows no venue's format, and it decides nothing.
 */
@SuppressWarnings("module") // pawl.kernel is compiled later
module pawl.canonical {
    requires transitive pawl.api;

    exports pawl.canonical to
            pawl.kernel;
}
