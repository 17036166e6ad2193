package pawl.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String BODY = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    @Test
    void theSpecificationsExampleIsReadAndWritten() throws SealFormatException {
        Checkpoint checkpoint = Checkpoint.parse(BODY);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root().base64()).isEqualTo(ROOT);
        assertThat(checkpoint.body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n" + ROOT,
                "a\n1\n" + ROOT + "\n\n",
                "a\n1\n" + ROOT + "\nextension\n",
                "\n1\n" + ROOT + "\n",
                "a\tb\n1\n" + ROOT + "\n",
                "a\n01\n" + ROOT + "\n",
                "a\n-1\n" + ROOT + "\n",
                "a\n\n" + ROOT + "\n",
                "a\n9223372036854775808\n" + ROOT + "\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "a\n1\nCsU_apGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nAAAA\n"
            })
    void whatIsNoCheckpointIsRefused(String body) {
        assertThatExceptionOfType(SealFormatException.class).isThrownBy(() -> Checkpoint.parse(body));
    }

    @Test
    void noneIsMadeThatWouldNotBeRead() throws SealFormatException {
        TreeHash root = Checkpoint.parse(BODY).root();
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 1, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 1, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, root));
    }
}
