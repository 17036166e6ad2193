/** Tokens change their tier with how much they trade. */
module tier.acme {
    requires pawl.api;

    provides pawl.api.tier.TierPolicyProvider with tier.acme.AcmeProvider;
}
