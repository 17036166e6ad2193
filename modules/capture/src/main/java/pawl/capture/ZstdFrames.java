package pawl.capture;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Whole zstd frames (RFC 8878), each from and into memory and with a checksum of its content. Here, and not where it is needed,
 * because this module alone sees the library. One thread.
 */
public final class ZstdFrames implements AutoCloseable {
    /** What is compressed once and kept for years may cost more than a recording that is written while the market moves. */
    private static final int LEVEL = 9;

    private final ZstdCompressCtx compressor = new ZstdCompressCtx();
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();

    /** A frame is not what was compressed. */
    public static final class DamagedFrameException extends Exception {
        private static final long serialVersionUID = 1L;

        private DamagedFrameException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private ZstdFrames() {
        compressor.setLevel(LEVEL);
        compressor.setChecksum(true);
    }

    /**
     * @param file what is to be read or written, for the message
     * @throws CaptureException when the native library cannot be loaded
     */
    public static ZstdFrames open(Path file) throws CaptureException {
        ZstdLibrary.load(file, CaptureException.Kind.UNREADABLE);
        return new ZstdFrames();
    }

    /** One frame that holds those bytes. */
    public byte[] compress(byte[] bytes, int offset, int length) {
        byte[] frame = new byte[(int) Zstd.compressBound(length)];
        int size = compressor.compressByteArray(frame, 0, frame.length, bytes, offset, length);
        return Arrays.copyOf(frame, size);
    }

    /**
     * Gives how many bytes one frame holds, having put them at the start of {@code into}.
     *
     * @throws DamagedFrameException when it is no such frame, fails its checksum, or holds more than has room there
     */
    public int decompress(byte[] frame, int offset, int length, byte[] into) throws DamagedFrameException {
        try {
            return decompressor.decompressByteArray(into, 0, into.length, frame, offset, length);
        } catch (ZstdException e) {
            throw new DamagedFrameException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        compressor.close();
        decompressor.close();
    }
}
