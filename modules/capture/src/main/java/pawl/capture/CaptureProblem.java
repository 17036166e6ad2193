package pawl.capture;

import java.nio.file.Path;

/**
 * Something wrong in a capture that reading got past.
 *
 * @param number of the line or record, from 1; 0 where the problem is the whole file's
 * @param offsetBytes where the line or record starts, from the start of the file, after decompression
 * @param message what was found, what became of it, and where there is one the remedy
 * @param occurrences how many problems of the kind this one stands for: 1, or more in the last one of a kind and file,
 *     which counts those that were not reported one by one; so their sum over a file is the true number
 */
public record CaptureProblem(Path file, long number, long offsetBytes, Kind kind, String message, long occurrences) {

    /** What is wrong, for counting. */
    public enum Kind {
        /** The file holds no byte. */
        EMPTY_FILE,
        /** The file is none of the formats known; it gives no frames. */
        UNKNOWN_FORMAT,
        /** A Pawl capture of another major version; it gives no frames. */
        OTHER_VERSION,
        /** The file ends in the middle of something, or without its end mark. What is whole before it was delivered. */
        TRUNCATED,
        /** The compressed data is damaged. What came before was delivered; the rest was not read. */
        CORRUPT_COMPRESSION,
        /** A record or header does not match its checksum. It was left out. */
        CHECKSUM,
        /** A line is not of its file's format. It was left out. */
        MALFORMED_LINE,
        /** A record's fields make no sense although its checksum is right. It was left out. */
        MALFORMED_RECORD,
        /** A frame is longer than {@link CaptureLimits#maxFrameBytes}. It was left out. */
        FRAME_TOO_LONG,
        /** The last line lacks its end, so it may be cut. It was delivered, and is its adapter's to judge. */
        UNTERMINATED_LINE,
        /** An arrival stamp lies before an earlier one of the file. The frame was delivered with the earlier stamp. */
        TIME_BACKWARD,
        /** A recorded tick lies before an earlier one of the file. The frame was delivered with the earlier tick. */
        TICK_BACKWARD
    }

    /** One line: the file, the place, what happened. */
    public String text() {
        String place = number == 0 ? "" : ":" + number + " (byte " + offsetBytes + ")";
        return file + place + ": " + message;
    }
}
