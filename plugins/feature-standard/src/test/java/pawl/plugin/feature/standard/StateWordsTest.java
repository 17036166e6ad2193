package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The words are part of the snapshot's format, and {@code docs/features.md} publishes them. */
final class StateWordsTest {
    @Test
    void wordsAreDistinctAndWithoutHoles() throws IllegalAccessException {
        List<Integer> words = new ArrayList<>();
        for (Field field : StateWords.class.getDeclaredFields()) {
            if (!field.getName().equals("COUNT")) {
                words.add(field.getInt(null));
            }
        }
        assertThat(words)
                .containsExactlyElementsOf(
                        IntStream.range(0, StateWords.COUNT).boxed().toList());
    }

    @Test
    void documentationHasARowForEachWord() throws Exception {
        String documentation = Files.readString(Path.of(System.getProperty("pawl.root"), "docs/features.md"));
        for (Field field : StateWords.class.getDeclaredFields()) {
            if (!field.getName().equals("COUNT")) {
                assertThat(documentation).contains("| " + field.getInt(null) + " | `" + field.getName() + "` |");
            }
        }
        assertThat(documentation).contains(StateWords.COUNT + " words");
    }
}
