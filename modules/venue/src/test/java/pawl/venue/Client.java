package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.ClientWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One WebSocket of a client, with everything that it was told. */
final class Client {
    private static final long DEADLINE_SECONDS = 10;

    private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final ClientWebSocket socket;

    Client(ClientWebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(texts::add);
        socket.frameHandler(frame -> {
            if (frame.isPing()) {
                pings.incrementAndGet();
            }
        });
        socket.exceptionHandler(failure -> {});
        socket.closeHandler(ignored -> end.complete(code(socket.closeStatusCode())));
    }

    private static int code(@Nullable Short code) {
        return code == null ? 0 : code;
    }

    Client say(String text) {
        socket.writeTextMessage(text);
        return this;
    }

    Client subscribe(String... streams) {
        return say("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + String.join("\",\"", streams) + "\"],\"id\":1}");
    }

    /** Subscribes, and takes the acknowledgement, which must be the next thing said. */
    Client subscribed(String... streams) throws InterruptedException {
        subscribe(streams);
        assertThat(next()).isEqualTo("{\"result\":null,\"id\":1}");
        return this;
    }

    String next() throws InterruptedException {
        String text = texts.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(text).as("a message within %s s", DEADLINE_SECONDS).isNotNull();
        return text;
    }

    List<String> next(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(next());
        }
        return all;
    }

    /** Whatever has come so far and was not taken. */
    List<String> pending() {
        List<String> all = new ArrayList<>();
        texts.drainTo(all);
        return all;
    }

    /** Asks, and gives back all that came before the answer: nothing that was sent earlier is under way any more. */
    List<String> beforeAnswer() throws InterruptedException {
        say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":987654}");
        List<String> before = new ArrayList<>();
        String text = next();
        while (!text.endsWith("\"id\":987654}")) {
            before.add(text);
            text = next();
        }
        return before;
    }

    /** The code of its end; 1006 for one without a close frame. */
    int awaitEnd() throws Exception {
        return end.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    boolean isEnded() {
        return end.isDone();
    }

    int pings() {
        return pings.get();
    }

    void pause() {
        socket.pause();
    }

    void resume() {
        socket.resume();
    }

    void close() {
        socket.close();
    }
}
