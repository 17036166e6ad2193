package pawl.kernel.engine;

/** Running a folder's inputs again gives other bytes than it has. */
public class StateDifference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final long position;

    StateDifference(String name, long position) {
        super(name + " at byte " + position + ": running its inputs again gives other bytes");
        this.name = name;
        this.position = position;
    }

    /** Of the file in the store. */
    public String name() {
        return name;
    }

    /** Of the first byte that is another, from the start of the file. */
    public long position() {
        return position;
    }
}
