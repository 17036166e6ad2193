/**
 * The feature layer (E4): candles, how fresh a token's inputs are at each venue, and which venue its price is of. The features themselves are a plugin's, which the kernel runs.
 */
@SuppressWarnings("module") // pawl.kernel is compiled later
module pawl.feature {
    requires transitive pawl.api;

    exports pawl.feature to
            pawl.kernel;
}
