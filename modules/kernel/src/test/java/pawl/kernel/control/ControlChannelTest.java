package pawl.kernel.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.PluginChange;
import pawl.kernel.contract.PluginChange.Build;
import pawl.kernel.contract.PluginChange.Outcome;
import pawl.kernel.contract.ReloadReport;

class ControlChannelTest {
    private static final ReloadReport SOME = new ReloadReport(List.of(
            new PluginChange(
                    Outcome.REPLACED,
                    "exchange-acme",
                    "exchange",
                    "acme",
                    Optional.of(new Build("1.0 beta", "a".repeat(64))),
                    Optional.of(new Build("1.1", "b".repeat(64))),
                    OptionalLong.of(7_142_000_123L),
                    ""),
            new PluginChange(
                    Outcome.REFUSED,
                    "feature-ökonomie",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    "plugins/x: a jar of it + 100% of\nthe rest; copy it again")));

    /** A path that the system takes. */
    @TempDir
    Path data;

    private final List<String> warnings = new ArrayList<>();

    private ControlChannel open(ControlChannel.Reload reload) throws PawlException {
        return ControlChannel.open(data, reload, warnings::add).orElseThrow();
    }

    @Test
    void whatIsAnsweredIsWhatWasDone() throws Exception {
        try (ControlChannel channel = open(() -> SOME)) {
            assertThat(channel).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control"))))
                    .isEqualTo("rw-------");
            assertThat(ControlClient.reload(data)).isEqualTo(SOME);
            assertThat(ControlClient.reload(data)).as("once more").isEqualTo(SOME);
        }
        assertThat(data.resolve("control")).doesNotExist();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFailureIsToldToWhoeverAsked() throws Exception {
        try (ControlChannel channel = open(() -> {
            throw new PawlException(Kind.INVARIANT, "the folder is gone; \"why\"?");
        })) {
            assertThat(channel).isNotNull();
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> ControlClient.reload(data))
                    .withMessage("the folder is gone; \"why\"?");
        }
    }

    @Test
    void aFaultOfTheReloadDoesNotEndTheChannel() throws Exception {
        List<String> asked = new ArrayList<>();
        try (ControlChannel channel = open(() -> {
            asked.add("once");
            if (asked.size() == 1) {
                throw new IllegalStateException("broken");
            }
            return SOME;
        })) {
            assertThat(channel).isNotNull();
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> ControlClient.reload(data))
                    .withMessageContaining("please report it: java.lang.IllegalStateException: broken");
            assertThat(ControlClient.reload(data)).isEqualTo(SOME);
        }
    }

    @Test
    void whoAsksForSomethingElseOrNothingHoldsUpNobody() throws Exception {
        try (ControlChannel channel = open(() -> SOME);
                SocketChannel silent = SocketChannel.open(ControlSocket.address(data))) {
            assertThat(channel).isNotNull();
            assertThat(silent.isConnected()).isTrue();
            assertThat(answerTo("stop\n")).startsWith("failed this+engine+knows+no+request");
            assertThat(answerTo("x".repeat(1_000))).as("no line").isEmpty();
            assertThat(ControlClient.reload(data)).isEqualTo(SOME);
        }
    }

    private String answerTo(String request) throws Exception {
        try (SocketChannel client = SocketChannel.open(ControlSocket.address(data))) {
            client.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
            client.shutdownOutput();
            return new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // Closed with some of the request unread.
        }
    }

    @Test
    void theSocketOfARunThatWasKilledIsReplaced() throws Exception {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(ControlSocket.address(data));
        }
        assertThat(data.resolve("control")).exists();
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> ControlClient.reload(data))
                .withMessageContaining("was cut off and runs no more");
        try (ControlChannel channel = open(() -> SOME)) {
            assertThat(channel).isNotNull();
            assertThat(ControlClient.reload(data)).isEqualTo(SOME);
        }
    }

    @Test
    void twoRunsDoNotShareAFolder() throws Exception {
        try (ControlChannel channel = open(() -> SOME)) {
            assertThat(channel).isNotNull();
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> open(() -> SOME))
                    .withMessageStartingWith("another run writes " + data);
            assertThat(ControlClient.reload(data)).isEqualTo(SOME);
        }
    }

    @Test
    void whereNobodyCanListenTheRunWarnsAndGoesOn() throws Exception {
        Path deep = Files.createDirectories(data.resolve("d".repeat(120)));
        assertThat(ControlChannel.open(deep, () -> SOME, warnings::add)).isEmpty();
        Path taken = Files.createDirectories(data.resolve("taken"));
        Files.writeString(taken.resolve("control"), "somebody's file");
        assertThat(ControlChannel.open(taken, () -> SOME, warnings::add)).isEmpty();

        assertThat(taken.resolve("control")).hasContent("somebody's file");
        assertThat(warnings).hasSize(2).allMatch(line -> line.contains("plugins of this run cannot be reloaded"));
    }

    @Test
    void whereNoEngineRunsThatIsSaid() {
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> ControlClient.reload(data))
                .withMessageStartingWith("no engine listens at " + data.resolve("control"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }
}
