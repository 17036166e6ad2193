package pawl.kernel.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReloadReport;

/**
 * Listens on a Unix domain socket in a run's data folder for as long as the run lasts. A request is a line; requests are carried out one
 * after the other, none on the thread that runs the engine.
 */
public final class ControlChannel implements AutoCloseable {
    /** What is asked of the run. */
    @FunctionalInterface
    public interface Reload {
        /** @throws PawlException when nothing was changed; its message is for whoever asked */
        ReloadReport reload() throws PawlException;
    }

    private final Path path;
    private final ServerSocketChannel server;
    private final Reload reload;

    private ControlChannel(Path path, ServerSocketChannel server, Reload reload) {
        this.path = path;
        this.server = server;
        this.reload = reload;
    }

    /**
     * Starts to listen; where the system does not allow it, warns, and nobody can ask this run for anything.
     *
     * @param data the run's data folder, which exists
     * @throws PawlException when another run listens there: two must not write one folder
     */
    public static Optional<ControlChannel> open(Path data, Reload reload, Consumer<String> warnings)
            throws PawlException {
        Path path = ControlSocket.of(data);
        try {
            removeStale(data, path);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(ControlSocket.address(data));
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            ControlChannel channel = new ControlChannel(path, server, reload);
            Thread.ofPlatform().name("pawl-control").daemon().start(channel::serve);
            return Optional.of(channel);
        } catch (IOException | UnsupportedOperationException e) {
            warnings.accept(
                    path + " cannot be listened on (" + e.getMessage()
                            + "), so plugins of this run cannot be reloaded; a shorter path to the data folder helps where that is too long");
            return Optional.empty();
        }
    }

    /** Of a run that was killed. What is no socket is not touched. */
    private static void removeStale(Path data, Path path) throws IOException, PawlException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw new IOException("there is a file of that name");
        }
        if (isAnswered(data)) {
            throw new PawlException(
                    Kind.USAGE, "another run writes " + data + ", and listens at " + path + "; name another folder");
        }
        Files.delete(path);
    }

    private static boolean isAnswered(Path data) {
        try (SocketChannel client = SocketChannel.open(ControlSocket.address(data))) {
            return client.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                return; // It was closed.
            }
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            String request = line(client);
            if (!request.isEmpty()) {
                String text = String.join("\n", answer(request)) + "\n";
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    client.write(bytes);
                }
            }
        } catch (IOException e) {
            return; // Whoever asked has gone; what was done is logged.
        }
    }

    private synchronized List<String> answer(String request) {
        if (!request.equals(ControlSocket.RELOAD)) {
            return ReloadLines.failure("this engine knows no request \"" + request + "\"; is it of this version?");
        }
        try {
            return ReloadLines.of(reload.reload());
        } catch (PawlException e) {
            return ReloadLines.failure(e.getMessage());
        } catch (RuntimeException e) {
            return ReloadLines.failure("the engine failed to reload, please report it: " + e);
        }
    }

    /** Empty where none came whole. */
    private static String line(SocketChannel client) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (line.size() < ControlSocket.MOST_REQUEST_BYTES && client.read(one.clear()) > 0) {
            if (one.get(0) == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(one.get(0));
        }
        return "";
    }

    /** Listens no more, and removes the socket. */
    @Override
    public void close() throws PawlException {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, path + " cannot be removed (" + e + "); remove it by hand", e);
        }
    }
}
