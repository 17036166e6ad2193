package pawl.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStoreProvider;

/**
 * What a storage plugin must do, whatever it keeps its bytes in. A plugin's test extends this, gives the provider, and inherits the
 * cases; {@code docs/conformance.md} lists them.
 */
public abstract class LogStoreContract extends ConformanceContract {
    private @Nullable Path folder;

    protected LogStoreContract() {}

    protected abstract LogStoreProvider provider();

    /** The settings that the plugin is tried with. */
    protected Settings settings() {
        return Settings.of("storage.settings", Map.of());
    }

    @Override
    protected final String pluginId() {
        return provider().id();
    }

    /** JUnit gives each case a folder of its own. */
    @BeforeEach
    public final void takeFolder(@TempDir Path fresh) {
        folder = fresh;
    }

    private StoreCases cases() {
        if (folder == null) {
            throw new IllegalStateException("no case runs before it has its folder");
        }
        return new StoreCases(provider(), settings(), folder);
    }

    @ConformanceCase(id = "ST-01", says = "the provider has a permanent id, and a class that can be found as a service")
    public final void st01HasAnId() {
        Identity.require(provider(), "storage-");
    }

    @ConformanceCase(id = "ST-02", says = "an unknown setting is refused by its path")
    public final void st02UnknownSettings() throws IOException {
        cases().unknownSettings();
    }

    @ConformanceCase(id = "ST-03", says = "a segment that is not there is made, empty")
    public final void st03NewSegment() throws IOException {
        cases().newSegment();
    }

    @ConformanceCase(id = "ST-04", says = "what was appended is read from any position")
    public final void st04ReadFromAnyPosition() throws IOException {
        cases().readFromAnyPosition();
    }

    @ConformanceCase(id = "ST-05", says = "appends and cuts of any size add up, and are there when opened again")
    public final void st05AppendsAddUp() throws IOException {
        cases().appendsAddUp();
    }

    @ConformanceCase(id = "ST-06", says = "cutting cuts, and never lengthens")
    public final void st06Truncate() throws IOException {
        cases().truncate();
    }

    @ConformanceCase(id = "ST-07", says = "a range outside the array appends and replaces nothing")
    public final void st07RangeOutside() throws IOException {
        cases().rangeOutside();
    }

    @ConformanceCase(id = "ST-08", says = "two openings of a segment read the same bytes")
    public final void st08TwoOpenings() throws IOException {
        cases().twoOpenings();
    }

    @ConformanceCase(id = "ST-09", says = "a folder's names are listed at any depth, in order of their characters")
    public final void st09List() throws IOException {
        cases().list();
    }

    @ConformanceCase(id = "ST-10", says = "an object is replaced whole, by longer and shorter ones")
    public final void st10Replace() throws IOException {
        cases().replace();
    }

    @ConformanceCase(id = "ST-11", says = "deleting removes what is there, and what is not there is no error")
    public final void st11Delete() throws IOException {
        cases().delete();
    }

    @ConformanceCase(id = "ST-12", says = "a name that is none is refused as BAD_NAME by every operation")
    public final void st12BadNames() throws IOException {
        cases().badNames();
    }

    @ConformanceCase(id = "ST-13", says = "every name of the allowed characters is taken")
    public final void st13GoodNames() throws IOException {
        cases().goodNames();
    }

    @ConformanceCase(id = "ST-14", says = "a name is a segment's or a folder's, never both")
    public final void st14SegmentOrFolder() throws IOException {
        cases().segmentOrFolder();
    }

    @ConformanceCase(id = "ST-15", says = "what is closed says so, and closing twice does no harm")
    public final void st15Closed() throws IOException {
        cases().closed();
    }

    @ConformanceCase(id = "ST-16", says = "a store opened for reading refuses to write, as READ_ONLY")
    public final void st16ReadingWritesNothing() throws IOException {
        cases().readingWritesNothing();
    }

    @ConformanceCase(id = "ST-17", says = "after every kind of refusal the store goes on as before")
    public final void st17GoesOnAfterFailures() throws IOException {
        cases().goesOnAfterFailures();
    }

    @ConformanceCase(id = "ST-18", says = "hundreds of segments are open at once, and none mixes with another")
    public final void st18ManySegments() throws IOException {
        cases().manySegments();
    }

    @ConformanceCase(id = "ST-19", says = "what was forced is there when the store is opened again", mayNotApply = true)
    public final void st19OpenedAgain() throws IOException {
        cases().openedAgain();
    }

    @ConformanceCase(
            id = "ST-20",
            says = "a second engine on the same folder is refused as LOCKED, until the first has closed",
            mayNotApply = true)
    public final void st20Locked() throws IOException {
        cases().locked();
    }

    @ConformanceCase(
            id = "ST-21",
            says = "the store is read while an engine writes, without its lock",
            mayNotApply = true)
    public final void st21ReadWhileWritten() throws IOException {
        cases().readWhileWritten();
    }

    @ConformanceCase(
            id = "ST-22",
            says = "reading where there is no folder is refused as BAD_NAME, and makes none",
            mayNotApply = true)
    public final void st22NoFolder() throws IOException {
        cases().noFolder();
    }

    @ConformanceCase(
            id = "ST-23",
            says = "a file in the folder's place is refused, and stays as it was",
            mayNotApply = true)
    public final void st23FileInPlaceOfFolder() throws IOException {
        cases().fileInPlaceOfFolder();
    }

    @ConformanceCase(id = "ST-24", says = "a segment is forced on another thread while its owner appends")
    public final void st24ForcedByAnother() throws IOException, InterruptedException {
        cases().forcedByAnother();
    }
}
