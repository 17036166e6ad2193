package pawl.transport;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.net.URI;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One WebSocket from the attempt to open it to its end. Tells its owner of the end once, or never if the owner ended it. */
final class Connection implements Room.Reader, Subscriptions.Outcome {
    private static final short GOING = 1000;

    private final Wiring wiring;
    private final VenueLink venue;
    private final SocketPlan plan;
    private final ConnectionOwner owner;
    private final MessageAssembler assembler;
    private final Heard heard = new Heard();
    private final Map<String, Integer> numbers;
    private final BitSet delivered = new BitSet();
    private final BitSet acknowledged = new BitSet();
    private final long startedNs = System.nanoTime();
    private @Nullable WebSocket socket;
    private @Nullable Outbox outbox;
    private @Nullable Subscriptions subscriptions;
    private boolean ended;
    private boolean endHeldBack;
    private boolean closingSoon;
    private boolean awaitsSign;
    private long pingedNs;
    private long openedNs;
    private String firstFailure = "";

    /** @param numbers of the streams, by name */
    Connection(Wiring wiring, VenueLink venue, SocketPlan plan, Map<String, Integer> numbers, ConnectionOwner owner) {
        this.wiring = wiring;
        this.venue = venue;
        this.plan = plan;
        this.numbers = numbers;
        this.owner = owner;
        this.assembler = new MessageAssembler(wiring.settings().maxFrameBytes());
    }

    void open() {
        URI uri = plan.uri();
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(uri.getHost())
                .setPort(Addresses.port(uri))
                .setSsl(Addresses.isSecure(uri))
                .setURI(Addresses.pathAndQuery(uri));
        plan.headers().forEach(options::addHeader);
        options.setTimeout(wiring.settings().connectTimeout().toMillis());
        wiring.socketClient().connect(options).onComplete(this::opened, this::notOpened);
    }

    boolean isOpen() {
        return socket != null && !ended;
    }

    boolean closingSoon() {
        return closingSoon;
    }

    /** In monotonic time. */
    long openedNs() {
        return openedNs;
    }

    boolean hasDelivered(int stream) {
        return delivered.get(stream);
    }

    boolean hasAcknowledged(int stream) {
        return acknowledged.get(stream);
    }

    boolean hasDeliveredAny() {
        return !delivered.isEmpty();
    }

    void markDelivered(int stream) {
        delivered.set(stream);
    }

    void subscribe(List<String> streams, long readingNs) {
        if (subscriptions != null && !ended) {
            subscriptions.ask(streams, readingNs);
        }
    }

    void tick(long nowNs, long readingNs) {
        if (ended || wiring.room().isPaused()) {
            return;
        }
        if (subscriptions == null) {
            if (nowNs - startedNs > wiring.settings().connectTimeout().toNanos()) {
                end(
                        BreakCause.NOT_CONNECTED,
                        "no connection within "
                                + wiring.settings().connectTimeout().toMillis() + " ms");
            }
            return;
        }
        subscriptions.tick(readingNs);
        if (!ended) {
            askForSign(readingNs);
        }
    }

    /** Ends it, and tells nobody. */
    void retire() {
        ended = true;
        wiring.room().remove(this);
        if (socket != null) {
            socket.close(GOING);
            socket.resume(); // What is held back must not keep the goodbye from coming through.
        }
    }

    @Override
    public void pause() {
        if (socket != null) {
            socket.pause();
        }
    }

    @Override
    public void resume() {
        if (socket != null) {
            socket.resume();
        }
        if (endHeldBack && !wiring.room().isPaused()) {
            closed();
        }
    }

    private void opened(WebSocket opened) {
        if (ended) {
            opened.close(GOING);
            return;
        }
        socket = opened;
        openedNs = System.nanoTime();
        pingedNs = wiring.room().readingNs(openedNs);
        VenueLimits limits = venue.plan().limits();
        Dialogue dialogue = venue.plan().dialogue();
        Outbox box = new Outbox(opened, limits.messagesPerSecond(), ping(dialogue));
        outbox = box;
        subscriptions = new Subscriptions(
                dialogue,
                box::trySend,
                stream -> delivered.get(number(stream)),
                this,
                wiring.settings().acknowledgementTimeout().toNanos());
        opened.frameHandler(this::frame);
        opened.pongHandler(payload -> awaitsSign = false);
        opened.exceptionHandler(this::failed);
        opened.closeHandler(nothing -> closed());
        wiring.room().add(this);
        owner.opened(this);
    }

    private Optional<String> ping(Dialogue dialogue) {
        try {
            return dialogue.ping();
        } catch (RuntimeException fault) {
            venue.notice("a WebSocket ping is sent in place of the venue's own: " + fault.getMessage());
            return Optional.empty();
        }
    }

    private void failed(Throwable failure) {
        if (firstFailure.isEmpty()) {
            firstFailure = FailureText.of(failure); // What follows is only that the connection was closed for it.
        }
    }

    private void notOpened(Throwable failure) {
        if (failure instanceof UpgradeRejectedException rejected) {
            venue.upgradeRejected(rejected.getStatus(), rejected.getHeaders());
        }
        end(BreakCause.NOT_CONNECTED, FailureText.of(failure));
    }

    private void frame(WebSocketFrame frame) {
        if (ended) {
            return;
        }
        awaitsSign = false;
        switch (frame.type()) {
            case TEXT, BINARY -> {
                assembler.restart();
                part(frame);
            }
            case CONTINUATION -> part(frame);
            case PING -> {
                if (outbox != null) {
                    outbox.pongWasSent();
                }
            }
            case CLOSE -> closed(); // The library would wait for the end of the TCP connection.
            default -> {}
        }
    }

    private void part(WebSocketFrame frame) {
        if (!assembler.append(frame.binaryData())) {
            end(
                    BreakCause.OVERSIZED,
                    "a message is longer than " + wiring.settings().maxFrameBytes() + " bytes");
        } else if (frame.isFinal()) {
            message();
        }
    }

    private void message() {
        long arrivalNs = wiring.outlet().wallNs();
        read();
        switch (heard.kind()) {
            case ACKNOWLEDGED -> {
                if (subscriptions != null) {
                    subscriptions.acknowledged(heard.requestId());
                }
            }
            case REFUSED -> {
                if (subscriptions != null) {
                    subscriptions.refused(heard.requestId());
                }
            }
            case CLOSING_SOON -> closingSoon = true;
            case PONG -> {}
            case DATA, OTHER -> owner.message(this, arrivalNs, assembler.bytes(), assembler.length(), heard);
        }
    }

    private void read() {
        try {
            venue.plan().dialogue().read(assembler.bytes(), 0, assembler.length(), heard);
        } catch (RuntimeException fault) {
            heard.other(); // One frame must not cost the others their connection.
            venue.notice("a frame of " + assembler.length() + " bytes was not understood: " + fault);
        }
    }

    private void askForSign(long readingNs) {
        long everyNs = venue.plan().limits().pingEvery().toNanos();
        long silentNs = readingNs - pingedNs;
        if (awaitsSign) {
            if (silentNs > wiring.settings().signOfLifeTimeout().toNanos()) {
                end(BreakCause.NO_SIGN_OF_LIFE, "nothing came after a ping, not even its answer");
            }
        } else if (everyNs > 0 && silentNs >= everyNs && outbox != null && outbox.tryPing()) {
            pingedNs = readingNs;
            awaitsSign = true;
        }
    }

    private void closed() {
        if (ended || socket == null) {
            return;
        }
        if (wiring.room().isPaused()) {
            endHeldBack = true; // What came before the end is still in the queue.
            return;
        }
        Short code = socket.closeStatusCode();
        String reason = socket.closeReason();
        if (code == null || code == 1006) {
            boolean oversized = firstFailure.startsWith("Max frame length");
            String detail = firstFailure.isEmpty() ? "" : ": " + firstFailure;
            end(oversized ? BreakCause.OVERSIZED : BreakCause.RESET, "the connection was cut (1006)" + detail);
        } else {
            String detail = reason == null || reason.isEmpty() ? "" : ": " + reason;
            end(BreakCause.CLOSED, "the venue closed the connection (" + code + ")" + detail);
        }
    }

    /** Ends it, and tells the owner. */
    void end(BreakCause cause, String reason) {
        if (!ended) {
            retire();
            owner.broken(this, cause, reason);
        }
    }

    @Override
    public void acknowledged(List<String> streams) {
        for (String stream : streams) {
            if (!ended) {
                acknowledged.set(number(stream));
                owner.acknowledged(this, number(stream));
            }
        }
    }

    @Override
    public void refused(String stream, String reason) {
        if (!ended) {
            owner.refused(this, number(stream), reason);
        }
    }

    @Override
    public void nothingAnswered() {
        end(BreakCause.UNANSWERED, "no subscription was answered");
    }

    @Override
    public void dialogueFailed(String reason) {
        end(BreakCause.DIALOGUE_FAILED, "how to subscribe cannot be said: " + reason);
    }

    private int number(String stream) {
        Integer number = numbers.get(stream);
        if (number == null) {
            throw new IllegalStateException("the venue's dialogue asks for " + stream + ", which nobody wants");
        }
        return number;
    }
}
