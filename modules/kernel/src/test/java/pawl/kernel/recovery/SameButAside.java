package pawl.kernel.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import pawl.kernel.toy.HeapLogStore;

/** Compares two folders, but for what recovery moved aside. */
final class SameButAside {
    private SameButAside() {}

    static void assertSame(HeapLogStore found, HeapLogStore expected) {
        assertThat(names(found)).isEqualTo(names(expected));
        for (String name : names(expected)) {
            assertThat(found.bytes(name)).as(name).isEqualTo(expected.bytes(name));
        }
    }

    private static List<String> names(HeapLogStore store) {
        return store.names().stream().filter(name -> !name.startsWith("aside/")).toList();
    }
}
