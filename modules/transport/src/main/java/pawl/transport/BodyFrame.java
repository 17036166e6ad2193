package pawl.transport;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Collects a body into a frame as it comes, and breaks the request off when it is too long or no longer wanted. */
final class BodyFrame implements WriteStream<Buffer> {
    private final MessageAssembler assembler;
    private final int bodyOffset;
    private boolean refused;

    BodyFrame(int maxBytes, String before) {
        this.assembler = new MessageAssembler(maxBytes);
        this.refused = !assembler.append(Buffer.buffer(before.getBytes(StandardCharsets.UTF_8)));
        this.bodyOffset = assembler.length();
    }

    void refuse() {
        refused = true;
    }

    byte[] bytes() {
        return assembler.bytes();
    }

    int length() {
        return assembler.length();
    }

    boolean isEmpty() {
        return assembler.length() == bodyOffset;
    }

    /** No venue's data begins with an angle bracket. */
    boolean looksLikePage() {
        int i = bodyOffset;
        while (i < assembler.length()
                && assembler.bytes()[i] <= ' '
                && assembler.bytes()[i] >= 0) {
            i++;
        }
        return i < assembler.length() && assembler.bytes()[i] == '<';
    }

    @Override
    public Future<Void> write(Buffer part) {
        if (refused || !assembler.append(part)) {
            refused = true;
            return Future.failedFuture("the body is too long or came too late");
        }
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        return Future.succeededFuture();
    }

    @Override
    public BodyFrame exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public BodyFrame setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BodyFrame drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }
}
