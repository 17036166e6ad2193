/** One score of its own: who trades against whom. */
module feature.acme {
    requires pawl.api;

    provides pawl.api.feature.FeatureExtractorProvider with feature.acme.AcmeProvider;
}
