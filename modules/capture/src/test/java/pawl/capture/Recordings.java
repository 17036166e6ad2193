package pawl.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pawl.capture.PluginIdentity.Kind;

/** Recordings for tests: folders of segments. */
final class Recordings {
    static final String CONFIGURATION = "{\"tokens\":[\"CHZ\"]}";
    static final PluginIdentity PLUGIN =
            new PluginIdentity(Kind.TIER, "tier-static", "1.2.0", Sha256.of(new byte[] {'b'}));

    private Recordings() {}

    static CaptureIdentity identity() {
        return identity(CONFIGURATION);
    }

    static CaptureIdentity identity(String configuration) {
        return new CaptureIdentity(configuration.getBytes(StandardCharsets.UTF_8), List.of(PLUGIN));
    }

    /** Closes every tick of the frames, and some after the last. */
    static void write(Path folder, List<Recorded> frames, SegmentLimits limits, long ticksAfter)
            throws CaptureException {
        try (CaptureFolderWriter writer = CaptureFolderWriter.create(folder, identity(), limits)) {
            writeTo(writer, frames);
            long lastTick = frames.getLast().tick();
            writer.closedThrough(lastTick);
            writer.end(lastTick + ticksAfter);
        }
    }

    /** Closes every tick of the frames but the last. */
    static void writeTo(CaptureFolderWriter writer, List<Recorded> frames) throws CaptureException {
        long tick = frames.getFirst().tick();
        for (Recorded frame : frames) {
            while (tick < frame.tick()) {
                writer.closedThrough(tick++);
            }
            byte[] bytes = frame.bytes();
            writer.frame(writer.declare(frame.feed()), frame.arrivalNs(), tick, bytes, 0, bytes.length);
        }
    }

    static List<Recorded> oneTickEach(int count) {
        List<Recorded> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long tick = 6_885_388_083L + i;
            frames.add(new Recorded("f", tick * 250_000_000, tick, "{\"frame\":" + i + "}"));
        }
        return frames;
    }

    /** By name, which is by time. */
    static List<Path> segments(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
