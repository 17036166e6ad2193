/**
 * The feature layer (E4): candles, and how fresh a token's inputs are. The features themselves are a plugin's, which the kernel runs.
 */
@SuppressWarnings("module") // pawl.kernel is compiled later
module pawl.feature {
    requires transitive pawl.api;

    exports pawl.feature to
            pawl.kernel;
}
