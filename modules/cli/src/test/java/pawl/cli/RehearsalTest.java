package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void commandsArePartedByThen() {
        assertThat(Rehearsal.commands("version", "--then", "replay", "--json"))
                .isEqualTo(List.of(List.of("version"), List.of("replay", "--json")));
    }
}
