package pawl.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/** A capture dealt out to several, each whole by itself; written from docs/capture-format.md, not with Pawl's writer. */
final class SplitCapture {
    private static final int HEADER_BYTES = 20;
    private static final int KIND = 8;
    private static final int TICK = 20;
    private static final int FEED_KIND = 1;
    private static final int FRAME_KIND = 2;

    private SplitCapture() {}

    /** @param partOf a frame's part, given its place among the frames */
    static List<Path> split(Path capture, Path folder, int parts, LongToIntFunction partOf) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(capture)).order(ByteOrder.LITTLE_ENDIAN);
            List<ByteArrayOutputStream> streams = IntStream.range(0, parts)
                    .mapToObj(_ -> new ByteArrayOutputStream())
                    .toList();
            long[] lastTicks = new long[parts];
            streams.forEach(stream -> stream.write(bytes.array(), 0, HEADER_BYTES));
            long frames = 0;
            int length;
            for (int at = HEADER_BYTES; at < bytes.limit(); at += length) {
                length = 8 + bytes.getInt(at);
                if (bytes.get(at + KIND) == FEED_KIND) {
                    for (ByteArrayOutputStream stream : streams) {
                        stream.write(bytes.array(), at, length);
                    }
                } else if (bytes.get(at + KIND) == FRAME_KIND) {
                    int part = partOf.applyAsInt(frames++);
                    streams.get(part).write(bytes.array(), at, length);
                    lastTicks[part] = bytes.getLong(at + TICK);
                }
            }
            List<Path> files = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                streams.get(part).writeBytes(end(lastTicks[part]));
                files.add(Files.write(
                        folder.resolve("part-" + part + ".pawlcap"),
                        streams.get(part).toByteArray()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] end(long tick) {
        ByteBuffer end = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(12).putInt(0).put((byte) 3).put((byte) 0).putShort((short) 0).putLong(tick);
        CRC32C checksum = new CRC32C();
        checksum.update(end.array(), 0, 4);
        checksum.update(end.array(), 8, 12);
        return end.putInt(4, (int) checksum.getValue()).array();
    }
}
