package pawl.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import pawl.capture.CaptureProblem.Kind;

/** All that a reader gave. */
record Reading(
        List<Recorded> frames,
        List<Long> numbers,
        List<CaptureProblem> problems,
        OptionalLong lastClosedTick,
        long unknownRecords) {

    static Reading of(Path... captures) throws CaptureException {
        return of(CaptureLimits.STANDARD, captures);
    }

    static Reading of(CaptureLimits limits, Path... captures) throws CaptureException {
        List<Recorded> frames = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<CaptureProblem> problems = new ArrayList<>();
        try (CaptureReader reader = Captures.open(List.of(captures), limits, problems::add)) {
            while (reader.next()) {
                frames.add(Recorded.of(reader.frame()));
                numbers.add(reader.frame().number());
            }
            return new Reading(frames, numbers, problems, reader.lastClosedTick(), reader.unknownRecords());
        }
    }

    List<String> texts() {
        return frames.stream().map(Recorded::text).toList();
    }

    List<Kind> kinds() {
        return problems.stream().map(CaptureProblem::kind).toList();
    }
}
