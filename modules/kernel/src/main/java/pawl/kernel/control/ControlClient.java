package pawl.kernel.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReloadReport;

/** Asks the engine that listens in a data folder. */
public final class ControlClient {
    private ControlClient() {}

    /** @throws PawlException when none listens there, it says that it failed, or its answer cannot be read */
    public static ReloadReport reload(Path data) throws PawlException {
        return ReloadLines.report(ask(data, ControlSocket.RELOAD));
    }

    private static List<String> ask(Path data, String request) throws PawlException {
        Path path = ControlSocket.of(data);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new PawlException(
                    Kind.USAGE,
                    "no engine listens at " + path + "; name the data folder of one that runs (pawl run --data DIR)");
        }
        try (SocketChannel channel = SocketChannel.open(ControlSocket.address(data));
                BufferedReader reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            ByteBuffer bytes = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return reader.lines().toList();
        } catch (ConnectException e) {
            throw new PawlException(
                    Kind.USAGE,
                    "the engine that listened at " + path + " was cut off and runs no more; start it again",
                    e);
        } catch (IOException | UncheckedIOException e) {
            throw new PawlException(Kind.USAGE, "the engine at " + path + " cannot be asked: " + e.getMessage(), e);
        }
    }
}
