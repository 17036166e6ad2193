package pawl.testkit;

import java.util.List;
import java.util.Map;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicyProvider;
import pawl.api.token.Token;

/**
 * What a tier plugin must do. A plugin's test extends this, gives the provider, and inherits the cases; {@code docs/conformance.md}
 * lists them. The events are the kit's own, from fixed seeds.
 */
public abstract class TierPolicyContract extends ConformanceContract {
    private static final int VENUES = 2;

    protected TierPolicyContract() {}

    protected abstract TierPolicyProvider provider();

    /** The settings that the plugin is tried with. */
    protected Settings settings() {
        return Settings.of("tiers.settings", Map.of());
    }

    /** As configured, the most liquid first. */
    protected List<Tier> tiers() {
        return List.of(new Tier("major", 1, 3), new Tier("middle", 1.25, 2), new Tier("small", 1.5, 1));
    }

    /** The token that is tried; its tier is one of those configured. */
    protected Token token() {
        return new Token(0, "CHZ", tiers().getLast().name(), -4, -2, -8, 480);
    }

    @Override
    protected final String pluginId() {
        return provider().id();
    }

    private PurityCases purity() {
        return new PurityCases(() -> new TierLogic(provider().create(tiers(), settings())), token(), VENUES);
    }

    private TierCases tierCases() {
        return new TierCases(provider(), settings(), tiers(), token(), VENUES);
    }

    @ConformanceCase(id = "TP-01", says = "the provider has a permanent id, and a class that can be found as a service")
    public final void tp01HasAnId() {
        Identity.require(provider(), "tier-");
    }

    @ConformanceCase(id = "TP-02", says = "an unknown setting is refused by its path")
    public final void tp02UnknownSettings() {
        Identity.requireUnknownSettingRefused(unknown -> provider().create(tiers(), unknown));
    }

    @ConformanceCase(id = "TP-03", says = "the block's size never changes, and nothing outside the block is written")
    public final void tp03StateWords() {
        purity().stateWords();
    }

    @ConformanceCase(id = "TP-04", says = "a token never seen before has one of the tiers, the same at every asking")
    public final void tp04InitialTier() {
        tierCases().initialTier();
    }

    @ConformanceCase(
            id = "TP-05",
            says =
                    "whatever the events and the tier in force, nothing is thrown and the tier is one of those configured")
    public final void tp05AnyNumbers() {
        tierCases().anyNumbers();
    }

    @ConformanceCase(id = "TP-06", says = "what a tier multiplies and weighs is finite, above 0 and never changes")
    public final void tp06Multipliers() {
        tierCases().multipliers();
    }

    @ConformanceCase(id = "TP-07", says = "instances that take turns agree: nothing is kept outside the block")
    public final void tp07InstancesAgree() {
        purity().instancesAgree();
    }

    @ConformanceCase(id = "TP-08", says = "a tick run twice from copies of the block gives the same")
    public final void tp08SameTickTwice() {
        purity().sameTickTwice();
    }

    @ConformanceCase(id = "TP-09", says = "what one token does changes no other")
    public final void tp09TokensAreIndependent() {
        purity().tokensAreIndependent();
    }

    @ConformanceCase(id = "TP-10", says = "resumed from a snapshot at any tick it goes on as if never stopped")
    public final void tp10Resumes() {
        purity().resumes();
    }

    @ConformanceCase(id = "TP-11", says = "hours without an event do no harm")
    public final void tp11EmptyTicks() {
        purity().emptyTicks();
    }

    @ConformanceCase(id = "TP-12", says = "trades off the book are passed over", mayNotApply = true)
    public final void tp12OffBookTrades() {
        purity().offBookTrades();
    }

    @ConformanceCase(id = "TP-13", says = "the events are read and not changed")
    public final void tp13EventsStay() {
        purity().eventsStay();
    }

    @ConformanceCase(id = "TP-14", says = "another default locale or time zone gives the same bits")
    public final void tp14OtherMachine() {
        purity().otherMachine();
    }

    @ConformanceCase(id = "TP-15", says = "a tick allocates nothing in steady state")
    public final void tp15AllocatesNothing() {
        purity().allocation();
    }
}
