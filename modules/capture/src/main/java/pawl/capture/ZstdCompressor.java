package pawl.capture;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;

/** Compresses one zstd frame after the other, and keeps what costs time or memory to make. */
final class ZstdCompressor implements AutoCloseable {
    /** What zstd itself takes as a fair bargain between speed and size. */
    private static final int LEVEL = 3;

    private static final int OUTPUT_BYTES = 1 << 17;

    private final ZstdCompressCtx context = new ZstdCompressCtx();
    private final ByteBuffer output = ByteBuffer.allocateDirect(OUTPUT_BYTES);

    /** The first compression takes some hundred milliseconds to bind the library, so one is done here. */
    ZstdCompressor() {
        start();
        compress(ByteBuffer.allocate(1), EndDirective.END);
    }

    /** Begins a frame; one that was not ended is forgotten. */
    void start() {
        context.reset();
        context.setLevel(LEVEL);
    }

    /**
     * Takes in some of the bytes; true when it holds nothing back that the directive asks for.
     *
     * @throws com.github.luben.zstd.ZstdException when the library fails
     */
    boolean compress(ByteBuffer input, EndDirective directive) {
        boolean done = context.compressByteBufferStream(output.clear(), input, directive);
        output.flip();
        return done;
    }

    /** What came out of the last call of {@link #compress}. */
    ByteBuffer output() {
        return output;
    }

    @Override
    public void close() {
        context.close();
    }
}
