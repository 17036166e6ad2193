package pawl.kernel.replay;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pawl.api.exchange.FrameRefusedException;
import pawl.capture.CaptureException;
import pawl.capture.CaptureProblem;
import pawl.capture.Frame;
import pawl.capture.ProblemListener;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayListener;
import pawl.kernel.engine.AdapterFailure;
import pawl.kernel.engine.FrameRefusals;

/** What could not be understood: told one by one until it floods, counted always, and in a strict replay the end of it. */
public final class ReplayProblems implements ProblemListener, FrameRefusals {
    private static final int REFUSALS_TOLD = 20;

    private final ReplayListener listener;
    private final boolean isStrict;
    private final TreeMap<String, Long> countOfKind = new TreeMap<>();
    private Optional<Frame> current = Optional.empty();
    private long refusals;
    private long failures;

    public ReplayProblems(ReplayListener listener, boolean isStrict) {
        this.listener = listener;
        this.isStrict = isStrict;
    }

    /** The frame that the engine is about to be given: the place of what it may refuse. */
    void setCurrent(Frame frame) {
        // A capture reuses its frame, so this allocates once for each capture.
        if (current.isEmpty() || current.get() != frame) {
            current = Optional.of(frame);
        }
    }

    @Override
    public void problem(CaptureProblem problem) throws CaptureException {
        countOfKind.merge(problem.kind().name(), problem.occurrences(), Long::sum);
        if (isStrict) {
            throw new CaptureException(problem);
        }
        listener.problem(problem.text());
    }

    @Override
    public void refused(FrameRefusedException refusal) throws PawlException {
        refusals++;
        String line = where() + ": frame refused (" + refusal.reason() + " at byte " + refusal.offset() + " of it): "
                + refusal.getMessage();
        if (isStrict) {
            throw new PawlException(Kind.BAD_DATA, line, refusal);
        }
        if (refusals <= REFUSALS_TOLD) {
            listener.problem(line);
        }
    }

    @Override
    public void failed(AdapterFailure failure) throws PawlException {
        failures++;
        String line = where() + ": " + failure.text();
        if (isStrict) {
            throw new PawlException(Kind.INVARIANT, line, failure.cause());
        }
        if (failures <= REFUSALS_TOLD || failure.isLast()) {
            listener.problem(line);
        }
    }

    /** Says how many refusals and failures there were that were not told. */
    void finish() {
        if (failures > REFUSALS_TOLD) {
            listener.problem("frames that an exchange plugin failed on, in all: " + failures);
        }
        if (refusals > REFUSALS_TOLD) {
            listener.problem("frames refused besides these " + REFUSALS_TOLD + ": " + (refusals - REFUSALS_TOLD));
        }
    }

    /** Problems of the captures by kind; refused frames are not among them. */
    public SortedMap<String, Long> countOfKind() {
        return countOfKind;
    }

    /** What is being replayed, for a message. */
    String where() {
        return current.map(frame -> frame.file() + ":" + frame.number()).orElse("frame");
    }
}
