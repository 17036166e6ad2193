package pawl.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Token;

/**
 * What a feature plugin must do. A plugin's test extends this, gives the provider and the features that it computes, and inherits
 * the cases; {@code docs/conformance.md} lists them. The events are the kit's own, from fixed seeds.
 */
public abstract class FeatureExtractorContract extends ConformanceContract {
    private static final int WARM_UP_TICKS = 40_000;

    protected FeatureExtractorContract() {}

    protected abstract FeatureExtractorProvider provider();

    /** The features that become valid in a plain market; not empty. */
    protected abstract Set<Feature> given();

    /** The settings that the plugin is tried with. */
    protected Settings settings() {
        return Settings.of("features.settings", Map.of());
    }

    /** Names in order of priority. */
    protected List<String> venues() {
        return List.of("first", "second");
    }

    /** The token that is tried. */
    protected Token token() {
        return new Token(0, "CHZ", "major", -4, -2, -8, 480);
    }

    /** Of a plain market, after which all features that the plugin gives have been valid. */
    protected int warmUpTicks() {
        return WARM_UP_TICKS;
    }

    @Override
    protected final String pluginId() {
        return provider().id();
    }

    private FeatureLogic made() {
        return new FeatureLogic(provider().create(venues(), settings()));
    }

    private PurityCases purity() {
        return new PurityCases(this::made, token(), venues().size());
    }

    private FeatureCases features() {
        return new FeatureCases(this::made, token(), venues().size());
    }

    @ConformanceCase(id = "FE-01", says = "the provider has a permanent id, and a class that can be found as a service")
    public final void fe01HasAnId() {
        Identity.require(provider(), "feature-");
    }

    @ConformanceCase(id = "FE-02", says = "an unknown setting is refused by its path")
    public final void fe02UnknownSettings() {
        Identity.requireUnknownSettingRefused(unknown -> provider().create(venues(), unknown));
    }

    @ConformanceCase(id = "FE-03", says = "the block's size never changes, and nothing outside the block is written")
    public final void fe03StateWords() {
        purity().stateWords();
    }

    @ConformanceCase(
            id = "FE-04",
            says = "the features that it gives become valid in a plain market, and again after an outage")
    public final void fe04BecomeValid() {
        features().becomeValid(given(), warmUpTicks());
    }

    @ConformanceCase(
            id = "FE-05",
            says = "whatever the events, nothing is thrown, nothing is NaN, and scores keep their range")
    public final void fe05AnyNumbers() {
        features().anyNumbers();
    }

    @ConformanceCase(id = "FE-06", says = "instances that take turns agree: nothing is kept outside the block")
    public final void fe06InstancesAgree() {
        purity().instancesAgree();
    }

    @ConformanceCase(id = "FE-07", says = "a tick run twice from copies of the block gives the same")
    public final void fe07SameTickTwice() {
        purity().sameTickTwice();
    }

    @ConformanceCase(id = "FE-08", says = "what one token does changes no other")
    public final void fe08TokensAreIndependent() {
        purity().tokensAreIndependent();
    }

    @ConformanceCase(id = "FE-09", says = "resumed from a snapshot at any tick it goes on as if never stopped")
    public final void fe09Resumes() {
        purity().resumes();
    }

    @ConformanceCase(id = "FE-10", says = "hours without an event do no harm")
    public final void fe10EmptyTicks() {
        purity().emptyTicks();
    }

    @ConformanceCase(id = "FE-11", says = "after outages at any tick it goes on, and instances agree")
    public final void fe11Restarts() {
        purity().restarts();
    }

    @ConformanceCase(id = "FE-12", says = "trades off the book are passed over")
    public final void fe12OffBookTrades() {
        purity().offBookTrades();
    }

    @ConformanceCase(id = "FE-13", says = "the events are read and not changed")
    public final void fe13EventsStay() {
        purity().eventsStay();
    }

    @ConformanceCase(id = "FE-14", says = "another default locale or time zone gives the same bits")
    public final void fe14OtherMachine() {
        purity().otherMachine();
    }

    @ConformanceCase(id = "FE-15", says = "a tick allocates nothing in steady state")
    public final void fe15AllocatesNothing() {
        purity().allocation();
    }
}
