package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTableTest {
    private static int find(NameTable table, String name) {
        byte[] bytes = ("<<" + name + ">").getBytes(StandardCharsets.UTF_8);
        return table.find(bytes, 2, bytes.length - 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void findsEachNameAndNoOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < 700) {
            String coin = new String(new char[] {letter(random), letter(random), letter(random)});
            names.add(coin.repeat(random.nextInt(1, 8)) + (random.nextBoolean() ? "USDT" : ""));
        }
        List<String> listed = new ArrayList<>(names);
        NameTable table = new NameTable(listed);
        for (int position = 0; position < listed.size(); position++) {
            String name = listed.get(position);
            assertThat(find(table, name)).as(name).isEqualTo(position);
            String longer = name + "X";
            assertThat(find(table, longer)).as(longer).isEqualTo(listed.indexOf(longer));
            String shorter = name.substring(1);
            assertThat(find(table, shorter)).as(shorter).isEqualTo(listed.indexOf(shorter));
        }
    }

    private static char letter(SplittableRandom random) {
        return (char) random.nextInt('A', 'Z' + 1);
    }

    /** They agree in their first eight bytes, their last eight and their length. */
    @Test
    void tellsNamesOfOneHashApart() {
        NameTable table = new NameTable(List.of("12345678ABC12345678", "12345678XYZ12345678"));
        assertThat(find(table, "12345678ABC12345678")).isEqualTo(0);
        assertThat(find(table, "12345678XYZ12345678")).isEqualTo(1);
        assertThat(find(table, "12345678QQQ12345678")).isEqualTo(NameTable.ABSENT);
    }

    /** The bytes behind a name are no part of it, whether there are enough of them for a word or none. */
    @Test
    void findsNamesOfAnyLengthAnywhere() {
        List<String> listed = new ArrayList<>();
        for (int length = 0; length <= 40; length++) {
            listed.add("abcdefghijklmnopqrstuvwxyzabcdefghijklmnop".substring(0, length));
        }
        NameTable table = new NameTable(listed);
        for (int behind = 0; behind <= 9; behind++) {
            for (int length = 0; length < listed.size(); length++) {
                byte[] bytes = ("#" + listed.get(length) + "z".repeat(behind)).getBytes(StandardCharsets.UTF_8);
                assertThat(table.find(bytes, 1, length))
                        .as("%s, %s", length, behind)
                        .isEqualTo(length);
                assertThat(table.find(bytes, 0, length + 1))
                        .as("%s, %s", length, behind)
                        .isEqualTo(NameTable.ABSENT);
            }
        }
    }

    @Test
    void findsNothingInAnEmptyList() {
        assertThat(find(new NameTable(List.of()), "BTCUSDT")).isEqualTo(NameTable.ABSENT);
        assertThat(find(new NameTable(List.of()), "")).isEqualTo(NameTable.ABSENT);
    }

    @Test
    void refusesANameListedTwice() {
        assertThatThrownBy(() -> new NameTable(List.of("A", "B", "A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name A is listed twice");
    }
}
