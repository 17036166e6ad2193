package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;

/** Compares stores byte by byte. */
final class SameFiles {
    private SameFiles() {}

    static void assertSame(HeapLogStore one, HeapLogStore other) throws Exception {
        assertSameLogs(one, other);
        assertThat(one.names()).isEqualTo(other.names());
        for (String name : one.names()) {
            assertThat(one.bytes(name)).as(name).isEqualTo(other.bytes(name));
        }
    }

    /** Snapshots are left where a run stops, too, and so are not compared. */
    static void assertSameLogs(HeapLogStore one, HeapLogStore other) throws Exception {
        assertThat(LogTexts.committedTicks(one)).as("ticks").isEqualTo(LogTexts.committedTicks(other));
        assertThat(one.list("logs")).isEqualTo(other.list("logs"));
        for (String token : new String[] {"AAA", "BBB", "CCC"}) {
            assertThat(LogTexts.ofToken(one, token)).as(token).isEqualTo(LogTexts.ofToken(other, token));
        }
        for (String name : other.names()) {
            if (!name.startsWith("snapshots/")) {
                assertThat(one.bytes(name)).as(name).isEqualTo(other.bytes(name));
            }
        }
    }
}
