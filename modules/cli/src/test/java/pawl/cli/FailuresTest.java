package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.kernel.contract.PawlException;

class FailuresTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Streams streams = new Streams(new Output(out), new Output(error), false);

    @ParameterizedTest
    @EnumSource(PawlException.Kind.class)
    void refusalsAreALineAndTheExitCodeOfWhoMustAct(PawlException.Kind kind) {
        int exitCode = new Failures(streams).report(new PawlException(kind, "capture.gz:7: no JSON"));

        assertThat(exitCode).isEqualTo(kind.exitCode());
        assertThat(errorText()).isEqualTo("pawl: capture.gz:7: no JSON\n");
    }

    @Test
    void whatNobodyForesawIsAnInvariantThatBroke() {
        int exitCode = new Failures(streams).report(new IllegalStateException("two\nlines"));

        assertThat(exitCode).isEqualTo(4);
        assertThat(errorText())
                .hasLineCount(1)
                .startsWith("pawl: internal error")
                .contains("two lines");
    }

    @Test
    void quotedFramesCannotSteerTheTerminal() {
        streams.failure("symbol \u001b[2J\u009b2J\u0000 is unknown");

        assertThat(errorText()).isEqualTo("pawl: symbol  [2J 2J  is unknown\n");
    }

    @Test
    void aReaderWhoHasSeenEnoughEndsTheCommandQuietly() {
        Streams closed = new Streams(new Output(new Failing("Broken pipe")), new Output(error), false);

        int exitCode = CommandTree.run(closed, Installation.ofProcess(), "version");

        assertThat(exitCode).isZero();
        assertThat(errorText()).isEmpty();
    }

    @Test
    void aFullDiskUnderStandardOutputIsAnError() {
        Streams full = new Streams(new Output(new Failing("No space left on device")), new Output(error), false);

        int exitCode = CommandTree.run(full, Installation.ofProcess(), "version");

        assertThat(exitCode).isEqualTo(2);
        assertThat(errorText()).isEqualTo("pawl: the output cannot be written: No space left on device\n");
    }

    private String errorText() {
        return error.toString(StandardCharsets.UTF_8);
    }

    /** A stream that takes nothing. */
    private static final class Failing extends OutputStream {
        private final String why;

        Failing(String why) {
            this.why = why;
        }

        @Override
        public void write(int octet) throws IOException {
            throw new IOException(why);
        }
    }
}
