package pawl.transport;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** Puts the parts of one message after another into an array that is used again for the next. */
final class MessageAssembler {
    private static final int FIRST_CAPACITY_BYTES = 1 << 14;

    private final int maxBytes;
    private byte[] bytes;
    private int length;

    MessageAssembler(int maxBytes) {
        this.maxBytes = maxBytes;
        this.bytes = new byte[Math.min(FIRST_CAPACITY_BYTES, maxBytes)];
    }

    void restart() {
        length = 0;
    }

    /** False when the message would become too long; then nothing is added. */
    boolean append(Buffer part) {
        int partBytes = part.length();
        if (partBytes > maxBytes - length) {
            return false;
        }
        if (length + partBytes > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(maxBytes, Math.max(2 * bytes.length, length + partBytes)));
        }
        part.getBytes(0, partBytes, bytes, length);
        length += partBytes;
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
