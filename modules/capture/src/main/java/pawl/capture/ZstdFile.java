package pawl.capture;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that is written as one zstd frame, of which a reader can have all that was flushed. */
final class ZstdFile implements PawlRecordWriter.Sink, AutoCloseable {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Path path;
    private final FileChannel channel;
    private final ZstdCompressor compressor;
    private long writtenBytes;

    private ZstdFile(Path path, FileChannel channel, ZstdCompressor compressor) {
        this.path = path;
        this.channel = channel;
        this.compressor = compressor;
    }

    /**
     * @param compressor for this file alone until it is closed, which leaves the compressor open
     * @throws IOException when there is a file of that name, or none can be made
     */
    static ZstdFile create(Path path, ZstdCompressor compressor) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        compressor.start();
        return new ZstdFile(path, channel, compressor);
    }

    /** As they lie on disk. */
    long writtenBytes() {
        return writtenBytes;
    }

    @Override
    public void write(ByteBuffer bytes) throws CaptureException {
        while (bytes.hasRemaining()) {
            step(bytes, EndDirective.CONTINUE);
        }
    }

    /** Puts all that was written where a reader of the file sees it. */
    void flush() throws CaptureException {
        complete(EndDirective.FLUSH);
    }

    /** Ends the zstd frame. */
    void finish() throws CaptureException {
        complete(EndDirective.END);
    }

    private void complete(EndDirective directive) throws CaptureException {
        boolean done = false;
        while (!done) {
            done = step(NOTHING, directive);
        }
    }

    /** One call of the compressor; true when it holds nothing back any more. */
    private boolean step(ByteBuffer input, EndDirective directive) throws CaptureException {
        try {
            boolean done = compressor.compress(input, directive);
            ByteBuffer output = compressor.output();
            writtenBytes += output.remaining();
            while (output.hasRemaining()) {
                channel.write(output);
            }
            return done;
        } catch (IOException e) {
            throw failure(path, e);
        } catch (ZstdException e) {
            throw new CaptureException(
                    CaptureException.Kind.NOT_WRITABLE, path, "cannot be compressed: " + e.getMessage(), e);
        }
    }

    static CaptureException failure(Path path, IOException e) {
        return new CaptureException(
                CaptureException.Kind.NOT_WRITABLE,
                path,
                "cannot be written (" + e.getMessage() + "); what was recorded before stays readable: make room, or"
                        + " record to another folder",
                e);
    }

    /** Makes what was written survive a loss of power. */
    void force() throws CaptureException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    @Override
    public void close() throws CaptureException {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }
}
