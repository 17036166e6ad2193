package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationDifferenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"b":2}         | {"a":1,"b":2}         | ''
            {"a":1}               | {"a":2}               | /a 1 2
            {"a":1}               | {"a":"1"}             | /a 1 "1"
            {"a":{"b":[1,2]}}     | {"a":{"b":[1,3]}}     | /a/b/1 2 3
            {"a":[1]}             | {"a":[1,{"c":2}]}     | /a/1 - {"c":2}
            {"a":1}               | {"b":1}               | /a 1 -, /b - 1
            {"a/b":{"c~d":true}}  | {"a/b":{"c~d":false}} | /a~1b/c~0d true false
            {"a":0.1}             | {"a":0.12}            | /a 0.1 0.12
            {"a":{"b":1}}         | {"a":[1]}             | /a {"b":1} [1]
            """)
    void namesTheInnermostSettings(String left, String right, String differences) {
        assertThat(between(left, right)).isEqualTo(differences);
    }

    @Test
    void namesWhatDiffersBetweenTwoWholeConfigurations() throws ConfigurationException {
        byte[] left = SampleConfiguration.read(SampleConfiguration.TEXT).canonicalJson();
        byte[] right = SampleConfiguration.read(
                        SampleConfiguration.TEXT.replace("thresholdMultiplier: 1.5", "thresholdMultiplier: 1.25"))
                .canonicalJson();

        assertThat(ConfigurationDifference.between(left, left)).isEmpty();
        assertThat(ConfigurationDifference.between(left, right))
                .containsExactly(
                        new SettingDifference("/tiers/0/thresholdMultiplier", Optional.of("1.5"), Optional.of("1.25")));
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> between("{", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not JSON");
    }

    private static String between(String left, String right) {
        List<SettingDifference> differences = ConfigurationDifference.between(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        return String.join(
                ", ",
                differences.stream()
                        .map(of -> of.pointer() + " " + of.left().orElse("-") + " "
                                + of.right().orElse("-"))
                        .toList());
    }
}
