package pawl.venue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One client's WebSocket: what it has subscribed to, what it was sent, and how it fares. On the event loop alone. */
final class VenueSocket {
    private static final byte[] ENVELOPE_TAIL = {'}'};

    private final int id;
    private final SocketPath path;
    private final NetSocket socket;
    private final SocketOutput output;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<String, StreamTally> sent = new HashMap<>();
    private final List<FaultSelector> mutes = new ArrayList<>();
    private boolean isCombined;
    private boolean isHalfOpen;
    private long restMs;
    private String end = "";
    private @Nullable Runnable whenEnded;

    VenueSocket(int id, SocketPath path, NetSocket socket, Runnable taken) {
        this.id = id;
        this.path = path;
        this.socket = socket;
        output = new SocketOutput(socket, taken);
        isCombined = path.isCombined();
    }

    Route route() {
        return path.route();
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    void put(Subscription subscription) {
        subscriptions.put(subscription.stream().name(), subscription);
    }

    @Nullable
    Subscription remove(String stream) {
        return subscriptions.remove(stream);
    }

    boolean has(String stream) {
        return subscriptions.containsKey(stream);
    }

    boolean isCombined() {
        return isCombined;
    }

    void setCombined(boolean combined) {
        isCombined = combined;
    }

    boolean isOpen() {
        return end.isEmpty();
    }

    boolean takesData() {
        return isOpen() && !isHalfOpen;
    }

    void mute(FaultSelector selector) {
        mutes.add(selector);
    }

    void unmute(FaultSelector selector) {
        mutes.remove(selector);
    }

    /** False when the socket does not get it. */
    boolean send(StreamFrame frame, Subscription subscription, boolean isDuplicate) {
        if (!takesData() || subscription.isMute() || isMuted(frame.stream())) {
            return false;
        }
        if (!isCombined) {
            output.text(frame.bytes(), frame.dataStart(), frame.dataEnd());
        } else if (subscription.stream().name().equals(frame.stream().name())) {
            output.text(frame.bytes(), 0, frame.bytes().length);
        } else {
            output.text(subscription.envelopeHead(), frame.bytes(), frame.dataStart(), frame.dataEnd(), ENVELOPE_TAIL);
        }
        sent.computeIfAbsent(subscription.stream().name(), name -> new StreamTally())
                .addSent(isDuplicate);
        return true;
    }

    private boolean isMuted(StreamName stream) {
        for (FaultSelector mute : mutes) {
            if (mute.names(stream)) {
                return true;
            }
        }
        return false;
    }

    /** An answer, or what no client expects; at once, in front of data that are to come. */
    void text(String text) {
        control(SocketOutput.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void control(int opcode, byte[] payload) {
        if (takesData()) {
            output.frame(opcode, payload);
            flush();
        }
    }

    void oversized(int sizeBytes) {
        if (takesData()) {
            output.oversized(sizeBytes);
        }
    }

    void flush() {
        if (takesData()) {
            output.flush();
        }
    }

    long queuedBytes() {
        return output.queuedBytes();
    }

    /** With a close frame, and behind everything that was written. */
    void close(int code, String reason) {
        if (!isOpen()) {
            return;
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[2 + text.length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, text.length);
        control(SocketOutput.CLOSE, payload);
        ended("closed by the venue: " + code + " " + reason);
        socket.close();
    }

    /** As if the peer's host were gone: what was written is lost. */
    void reset(String why) {
        ended("cut by the venue: " + why);
        output.discard();
        Channel channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        ChannelFuture _ = channel.close(); // its end is heard of by the close handler
    }

    /** From now on it neither reads nor writes. */
    void fallHalfOpen() {
        isHalfOpen = true;
        output.discard();
        socket.pause();
    }

    void closedByClient(int code) {
        if (isOpen()) {
            control(SocketOutput.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
            ended("closed by the client: " + code);
            socket.close();
        }
    }

    /** How long to rest after each read; 0 for not at all. */
    void setRestMs(long newRestMs) {
        restMs = newRestMs;
    }

    void restAfterRead(Vertx vertx) {
        if (restMs > 0 && takesData()) {
            socket.pause();
            vertx.setTimer(restMs, ignored -> {
                if (takesData()) {
                    socket.resume();
                }
            });
        }
    }

    /** Of two ends the first counts. */
    void ended(String how) {
        Runnable after = whenEnded;
        if (isOpen()) {
            end = how;
            if (after != null) {
                after.run();
            }
        }
    }

    void whenEnded(Runnable after) {
        whenEnded = after;
    }

    ConnectionReport report() {
        Map<String, Long> frames = new HashMap<>();
        sent.forEach((stream, tally) -> frames.put(stream, tally.sent()));
        long duplicates =
                sent.values().stream().mapToLong(StreamTally::duplicates).sum();
        return new ConnectionReport(id, path.text(), frames, duplicates, output.sentBytes(), end);
    }
}
