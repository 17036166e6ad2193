package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pawl.api.feature.Feature;

/** The words are part of the snapshot's format, and {@code docs/features.md} publishes them. */
final class StateWordsTest {
    @Test
    void wordsOfAVenueAreDistinctAndWithoutHoles() throws IllegalAccessException {
        assertThat(words(StateWords.class))
                .containsExactlyElementsOf(
                        IntStream.range(0, StateWords.COUNT).boxed().toList());
    }

    @Test
    void sharedWordsBeginWithOneForEachFeature() throws IllegalAccessException {
        assertThat(words(SharedWords.class))
                .containsExactly(
                        SharedWords.CHOSEN_VENUES,
                        SharedWords.CHOSEN_VENUES + Feature.values().length,
                        SharedWords.COUNT - 1);
    }

    @Test
    void documentationHasARowForEachWord() throws Exception {
        String documentation = Files.readString(Path.of(System.getProperty("pawl.root"), "docs/features.md"));
        for (Class<?> table : List.of(StateWords.class, SharedWords.class)) {
            for (Field field : table.getDeclaredFields()) {
                if (!field.getName().equals("COUNT")) {
                    assertThat(documentation).contains("| " + field.getInt(null) + " | `" + field.getName() + "` |");
                }
            }
        }
        assertThat(documentation)
                .contains(StateWords.COUNT + " words of each venue")
                .contains(SharedWords.COUNT + " that all venues share");
    }

    private static List<Integer> words(Class<?> table) throws IllegalAccessException {
        List<Integer> words = new ArrayList<>();
        for (Field field : table.getDeclaredFields()) {
            if (!field.getName().equals("COUNT")) {
                words.add(field.getInt(null));
            }
        }
        return words;
    }
}
