package pawl.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A venue's side of real sockets on loopback, which does what a script says, byte for byte. */
final class LoopbackServer implements AutoCloseable {
    /** What happens on one TCP connection; its end closes the connection. */
    interface Script {
        void serve(Peer peer) throws IOException;
    }

    private final ServerSocket listening;
    private final boolean secure;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Long> acceptedNs = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private LoopbackServer(ServerSocket listening, boolean secure, Script script) {
        this.listening = listening;
        this.secure = secure;
        Thread.ofVirtual().start(() -> acceptAll(script));
    }

    static LoopbackServer start(Script script) {
        return start(ServerSocketFactory.getDefault(), false, script);
    }

    static LoopbackServer startSecure(ServerSocketFactory factory, Script script) {
        return start(factory, true, script);
    }

    private static LoopbackServer start(ServerSocketFactory factory, boolean secure, Script script) {
        try {
            ServerSocket listening = factory.createServerSocket(0, 1024, InetAddress.getLoopbackAddress());
            return new LoopbackServer(listening, secure, script);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    URI socketUri() {
        return URI.create((secure ? "wss" : "ws") + "://127.0.0.1:" + listening.getLocalPort() + "/stream");
    }

    URI httpUri(String path) {
        return URI.create((secure ? "https" : "http") + "://127.0.0.1:" + listening.getLocalPort() + path);
    }

    int port() {
        return listening.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    List<Long> acceptedNs() {
        return acceptedNs;
    }

    private void acceptAll(Script script) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                int number = accepted.incrementAndGet();
                acceptedNs.add(System.nanoTime());
                Thread.ofVirtual().start(() -> serve(script, socket, number));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Script script, Socket socket, int number) {
        try (socket) {
            script.serve(new Peer(socket, number, this));
        } catch (IOException left) {
            // The client went, or the test is over: what the client makes of it is what the tests look at.
        }
    }

    /** @return false when the server was stopped meanwhile */
    boolean waitMs(long ms) {
        try {
            return !stopped.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
