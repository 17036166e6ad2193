package pawl.plugin.tier.liquidity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The words are part of the snapshot's format, and {@code docs/tiers.md} publishes them. */
final class StateWordsTest {
    @Test
    void documentationHasARowForEachWordInOrder() throws Exception {
        String documentation = Files.readString(Path.of(System.getProperty("pawl.root"), "docs/tiers.md"));
        int word = 0;
        for (Field field : StateWords.class.getDeclaredFields()) {
            if (!field.getName().equals("COUNT")) {
                assertThat(field.getInt(null)).isEqualTo(word++);
                assertThat(documentation).contains("| " + field.getInt(null) + " | `" + field.getName() + "` |");
            }
        }
        assertThat(word).isEqualTo(StateWords.COUNT);
        assertThat(documentation).contains(StateWords.COUNT + " words");
    }
}
