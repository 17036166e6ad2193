package pawl.venue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Takes apart what a client sends over a WebSocket (RFC 6455). */
final class FrameDecoder {
    private static final int MOST_MESSAGE_BYTES = 256 << 10;
    private static final int CONTINUATION = 0x0;
    private static final int BINARY = 0x2;

    /** What a client can say. */
    interface Listener {
        void onText(byte[] text);

        void onPing(byte[] payload);

        void onPong();

        void onClose(int code);

        /** After which nothing more is to be read. */
        void onBreach(int closeCode, String reason);
    }

    private final Listener listener;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private byte[] unread = new byte[0];
    private boolean isBroken;

    FrameDecoder(Listener listener) {
        this.listener = listener;
    }

    void read(byte[] bytes) {
        byte[] all = Arrays.copyOf(unread, unread.length + bytes.length);
        System.arraycopy(bytes, 0, all, unread.length, bytes.length);
        int from = 0;
        int behind = next(all, from);
        while (behind > from) {
            from = behind;
            behind = next(all, from);
        }
        unread = Arrays.copyOfRange(all, from, all.length);
    }

    /** Reads the frame that begins there; just behind it, or where it begins when it is not complete. */
    private int next(byte[] all, int from) {
        if (isBroken || all.length - from < 2) {
            return from;
        }
        int length = all[from + 1] & 0x7F;
        int lengthBytes = length == 126 ? 2 : length == 127 ? 8 : 0;
        int maskAt = from + 2 + lengthBytes;
        if (all.length < maskAt + 4) {
            return from;
        }
        if ((all[from + 1] & 0x80) == 0) {
            return breach(from, 1_002, "a client's frames must be masked");
        }
        long size = length;
        if (lengthBytes > 0) {
            size = 0;
            for (int i = from + 2; i < maskAt; i++) {
                size = (size << 8) | (all[i] & 0xFF);
            }
        }
        if (size < 0 || size + message.size() > MOST_MESSAGE_BYTES) {
            return breach(from, 1_009, "a message is too long");
        }
        int start = maskAt + 4;
        int end = start + (int) size;
        if (all.length < end) {
            return from;
        }
        byte[] payload = Arrays.copyOfRange(all, start, end);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= all[maskAt + (i & 3)];
        }
        frame(all[from] & 0x0F, (all[from] & 0x80) != 0, payload);
        return end;
    }

    private int breach(int at, int closeCode, String reason) {
        isBroken = true;
        listener.onBreach(closeCode, reason);
        return at;
    }

    private void frame(int opcode, boolean isFinal, byte[] payload) {
        switch (opcode) {
            case CONTINUATION, SocketOutput.TEXT, BINARY -> {
                message.writeBytes(payload);
                if (isFinal) {
                    byte[] whole = message.toByteArray();
                    message.reset();
                    listener.onText(whole);
                }
            }
            case SocketOutput.PING -> listener.onPing(payload);
            case SocketOutput.PONG -> listener.onPong();
            case SocketOutput.CLOSE ->
                listener.onClose(payload.length < 2 ? 1_000 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF));
            default -> breach(0, 1_002, "an unknown kind of frame");
        }
    }
}
