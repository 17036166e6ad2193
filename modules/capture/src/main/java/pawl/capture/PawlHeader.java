package pawl.capture;

import java.util.Optional;
import java.util.zip.CRC32C;
import pawl.capture.CaptureProblem.Kind;

/** The version that the header of a Pawl capture states. */
record PawlHeader(int major, int minor, int patch) {

    /** Reads the header and leaves the buffer after it; empty, having reported why, when no records can be read. */
    static Optional<PawlHeader> read(InputBuffer buffer, FileProblems problems) throws CaptureException {
        if (!buffer.require(PawlFormat.HEADER_START_BYTES)) {
            reportCut(buffer, problems);
            return Optional.empty();
        }
        byte[] bytes = buffer.bytes();
        int start = buffer.position();
        PawlHeader header = new PawlHeader(
                LittleEndian.getUnsignedShort(bytes, start + PawlFormat.HEADER_MAJOR_AT),
                LittleEndian.getUnsignedShort(bytes, start + PawlFormat.HEADER_MINOR_AT),
                LittleEndian.getUnsignedShort(bytes, start + PawlFormat.HEADER_PATCH_AT));
        // The major version comes before the checksum, for another one may check itself otherwise.
        if (header.major != PawlFormat.MAJOR) {
            problems.report(
                    Kind.OTHER_VERSION,
                    0,
                    0,
                    () -> "a Pawl capture of version " + header + "; this engine reads " + PawlFormat.MAJOR
                            + ".x.x: convert it with an engine of major version " + header.major);
            return Optional.empty();
        }
        int size = LittleEndian.getUnsignedShort(bytes, start + PawlFormat.HEADER_SIZE_AT);
        if (size >= PawlFormat.HEADER_BYTES && !buffer.require(size)) {
            reportCut(buffer, problems);
            return Optional.empty();
        }
        if (size < PawlFormat.HEADER_BYTES || !matchesChecksum(buffer, size)) {
            problems.report(Kind.CHECKSUM, 0, 0, () -> "the header does not match its checksum; no frames are read");
            return Optional.empty();
        }
        buffer.skip(size);
        return Optional.of(header);
    }

    private static boolean matchesChecksum(InputBuffer buffer, int size) {
        int covered = size - PawlFormat.CRC_BYTES;
        int crc = PawlFormat.crcOf(new CRC32C(), buffer.bytes(), buffer.position(), covered);
        return crc == LittleEndian.getInt(buffer.bytes(), buffer.position() + covered);
    }

    private static void reportCut(InputBuffer buffer, FileProblems problems) throws CaptureException {
        if (buffer.damage().isEmpty()) {
            problems.report(Kind.TRUNCATED, 0, 0, () -> "cut within the header; no frames are read");
        }
    }

    boolean isNewerMinor() {
        return minor > PawlFormat.MINOR;
    }

    /** For example {@code 1.0.0}. */
    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
