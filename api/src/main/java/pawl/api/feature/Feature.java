package pawl.api.feature;

/** What a feature frame holds (E4.1). Each is a score without unit; {@code docs/features.md} has the formulas. */
public enum Feature {
    /** Growth of open interest, −1 to 1; negative while positions close. */
    OPEN_INTEREST_VELOCITY("openInterestVelocity"),
    /** Funding against its own baseline, −1 to 1; positive while longs pay more than usual. */
    FUNDING_SKEW("fundingSkew"),
    /** Price against the flow of taker orders, −1 to 1; positive while price rises without buyers. */
    DIVERGENCE("divergence"),
    /** How far short-term volatility lies below long-term, 0 to 1. */
    COMPRESSION("compression"),
    /** How wide and thin the book is against its own baseline, 0 to 1. */
    LIQUIDITY_STRESS("liquidityStress");

    private final String configurationName;

    Feature(String configurationName) {
        this.configurationName = configurationName;
    }

    /** Its name in configuration and output. */
    public String configurationName() {
        return configurationName;
    }
}
