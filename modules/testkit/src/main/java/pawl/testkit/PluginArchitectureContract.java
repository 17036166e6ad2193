package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import pawl.api.plugin.PluginProvider;
import pawl.testkit.PluginArchitecture.Kind;

/**
 * What a plugin's classes must not touch, found in their bytecode. A test extends this and gives the provider; its package and those
 * below it are looked at. The kind of plugin decides which bans apply.
 */
public abstract class PluginArchitectureContract extends ConformanceContract {
    protected PluginArchitectureContract() {}

    protected abstract PluginProvider provider();

    /** The package that, with those below it, holds all of the plugin's own classes. */
    protected String packageName() {
        return provider().getClass().getPackageName();
    }

    @Override
    protected final String pluginId() {
        return provider().id();
    }

    private Kind kind() {
        String id = pluginId();
        for (Kind kind : Kind.values()) {
            if (id.startsWith(kind.name().toLowerCase(Locale.ROOT) + "-")) {
                return kind;
            }
        }
        return fail("the id " + id + " starts with no kind of plugin");
    }

    private JavaClasses classes() {
        return PluginArchitecture.classesOf(packageName());
    }

    private void respects(Ban ban) {
        Assumptions.assumeTrue(
                kind().isHeldTo(ban), () -> "the ban on " + ban + " does not hold for plugins of the kind " + kind());
        PluginArchitecture.respects(ban).check(classes());
    }

    @ConformanceCase(
            id = "AR-01",
            says = "the plugin's classes are found, that of its provider and one that the engine asks among them")
    public final void ar01ClassesAreFound() {
        assertTrue(
                classes().contain(provider().getClass()),
                () -> "no " + provider().getClass() + " below " + packageName());
        assertTrue(
                classes().stream().anyMatch(PluginArchitecture::isAsked),
                () -> "no adapter, extractor, policy or store below " + packageName());
    }

    @ConformanceCase(id = "AR-02", says = "the plugin knows of Pawl only what is published for plugins")
    public final void ar02KnowsTheApiOnly() {
        PluginArchitecture.knowsOfPawlOnlyTheApi(packageName()).check(classes());
    }

    @ConformanceCase(id = "AR-03", says = "the plugin reads no clock")
    public final void ar03Clock() {
        respects(Ban.CLOCK);
    }

    @ConformanceCase(id = "AR-04", says = "the plugin draws no random number")
    public final void ar04Randomness() {
        respects(Ban.RANDOMNESS);
    }

    @ConformanceCase(id = "AR-05", says = "the plugin starts no thread, takes no lock, shares nothing between threads")
    public final void ar05Threads() {
        respects(Ban.THREADS);
    }

    @ConformanceCase(id = "AR-06", says = "the plugin opens no file, socket or stream")
    public final void ar06InputAndOutput() {
        respects(Ban.INPUT_AND_OUTPUT);
    }

    @ConformanceCase(id = "AR-07", says = "the plugin reads neither environment nor system properties")
    public final void ar07Environment() {
        respects(Ban.ENVIRONMENT);
    }

    @ConformanceCase(id = "AR-08", says = "the plugin uses neither default locale, time zone nor charset")
    public final void ar08DefaultLocaleZoneCharset() {
        respects(Ban.DEFAULT_LOCALE_ZONE_CHARSET);
    }

    @ConformanceCase(id = "AR-09", says = "the plugin makes no collection whose order a hash decides")
    public final void ar09HashOrder() {
        respects(Ban.HASH_ORDER);
    }

    @ConformanceCase(id = "AR-10", says = "the plugin reduces nothing in parallel")
    public final void ar10ParallelStreams() {
        respects(Ban.PARALLEL_STREAMS);
    }

    @ConformanceCase(id = "AR-11", says = "the plugin calculates with + − × ÷ and square root only")
    public final void ar11TranscendentalMaths() {
        respects(Ban.TRANSCENDENTAL_MATHS);
    }

    @ConformanceCase(id = "AR-12", says = "no static variable can change")
    public final void ar12SharesNoVariable() {
        PluginArchitecture.sharesNoVariable().check(classes());
    }

    @ConformanceCase(id = "AR-13", says = "an extractor or policy has no field that can change")
    public final void ar13LogicHasNoVariable() {
        PluginArchitecture.logicHasNoVariable().check(classes());
    }

    @ConformanceCase(id = "AR-14", says = "the plugin is in a named package of its own, outside pawl.api")
    public final void ar14HasItsOwnPackage() {
        assertFalse(packageName().isEmpty(), "the provider is in no package");
        assertFalse(
                packageName().startsWith("pawl.api"),
                "the package is one of the API's; a plugin that has it is refused");
    }
}
