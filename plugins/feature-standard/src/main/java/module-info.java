/**
 * The standard feature extractor: open-interest velocity, funding skew, divergence, compression and liquidity stress, by the
 * formulas of {@code docs/features.md}.
 *
 * <p>Exports nothing: the engine finds it through its provider and sees only the contract of {@code pawl.api}.
 *
 * @provides pawl.api.feature.FeatureExtractorProvider under the id {@code feature-standard}
 */
module pawl.plugin.feature.standard {
    requires pawl.api;

    provides pawl.api.feature.FeatureExtractorProvider with
            pawl.plugin.feature.standard.StandardFeatureExtractorProvider;
}
