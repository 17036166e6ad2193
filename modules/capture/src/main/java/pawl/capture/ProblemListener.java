package pawl.capture;

/** Told of what is wrong in a capture, in the order of reading, on the reader's thread. */
@FunctionalInterface
public interface ProblemListener {
    /**
     * Of a kind, at most {@value #REPORTED_ONE_BY_ONE} problems of a file come one by one (of a time or tick going
     * backward, one); the others are counted and come as one problem when the file has been read.
     *
     * @throws CaptureException to stop reading; whoever called the reader gets it
     */
    void problem(CaptureProblem problem) throws CaptureException;

    /** How many problems of one kind and file are reported one by one. */
    int REPORTED_ONE_BY_ONE = 20;
}
