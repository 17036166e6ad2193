package pawl.venue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes WebSocket frames. Those of one turn of the loop are gathered and given to the socket together; a frame's bytes are copied
 * once, and never become a text.
 */
final class SocketOutput {
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    private static final int FINAL = 0x80;
    private static final int BATCH_BYTES = 16 << 10;
    private static final byte[] NONE = new byte[0];

    private final NetSocket socket;
    private final Runnable taken;
    private @Nullable Buffer batch;
    private long queuedBytes;
    private long sentBytes;

    /** @param taken called when the socket has taken something */
    SocketOutput(NetSocket socket, Runnable taken) {
        this.socket = socket;
        this.taken = taken;
    }

    void frame(int opcode, byte[] payload) {
        frame(opcode, NONE, payload, 0, payload.length, NONE);
    }

    /** A text made of a head, a part of an array, and a tail. */
    void text(byte[] head, byte[] bytes, int from, int to, byte[] tail) {
        frame(TEXT, head, bytes, from, to - from, tail);
    }

    void text(byte[] bytes, int from, int to) {
        frame(TEXT, NONE, bytes, from, to - from, NONE);
    }

    private void frame(int opcode, byte[] head, byte[] bytes, int offset, int length, byte[] tail) {
        Buffer to = batch;
        if (to == null) {
            to = Buffer.buffer(BATCH_BYTES);
            batch = to;
        }
        int before = to.length();
        header(to, opcode, head.length + length + tail.length);
        if (head.length > 0) {
            to.appendBytes(head);
        }
        to.appendBytes(bytes, offset, length);
        if (tail.length > 0) {
            to.appendBytes(tail);
        }
        queuedBytes += to.length() - before;
    }

    /** A text frame of spaces within a JSON text, which does not count as queued: it is the venue that misbehaves. */
    void oversized(int sizeBytes) {
        flush();
        byte[] text = new byte[sizeBytes];
        Arrays.fill(text, (byte) ' ');
        byte[] head = "{\"stream\":\"oversized\",\"data\":{".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, text, 0, head.length);
        text[sizeBytes - 2] = '}';
        text[sizeBytes - 1] = '}';
        Buffer buffer = Buffer.buffer(sizeBytes + 10);
        header(buffer, TEXT, sizeBytes);
        Future<Void> written = socket.write(buffer.appendBytes(text));
        sentBytes += sizeBytes;
        written.onComplete(ignored -> taken.run());
    }

    private static void header(Buffer to, int opcode, int length) {
        to.appendByte((byte) (FINAL | opcode));
        if (length < 126) {
            to.appendByte((byte) length);
        } else if (length < 1 << 16) {
            to.appendByte((byte) 126).appendUnsignedShort(length);
        } else {
            to.appendByte((byte) 127).appendLong(length);
        }
    }

    /** The future is done when the operating system has taken all that was written up to now. */
    Future<Void> flush() {
        Buffer full = batch;
        if (full == null) {
            return Future.succeededFuture();
        }
        batch = null;
        int length = full.length();
        sentBytes += length;
        return socket.write(full).onComplete(ignored -> {
            queuedBytes -= length;
            taken.run();
        });
    }

    /** Forgets what was not given to the socket. */
    void discard() {
        Buffer full = batch;
        if (full != null) {
            queuedBytes -= full.length();
            batch = null;
        }
    }

    /** Written by the venue and not yet taken by the operating system. */
    long queuedBytes() {
        return queuedBytes;
    }

    long sentBytes() {
        return sentBytes;
    }
}
