package pawl.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiVersionTest {
    @Test
    void itIsTheArtifactsVersion() {
        assertThat(ApiVersion.text()).isEqualTo(System.getProperty("pawl.api.artifact.version"));
    }
}
