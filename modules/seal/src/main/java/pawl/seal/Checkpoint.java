package pawl.seal;

/**
 * A tree as one names it to others, C2SP tlog-checkpoint: whose it is, how many leaves, which root. The text of a signed note.
 *
 * @param origin a name for the tree, of one line, for example {@code acme.example/2023-04-05/BTCUSDT}
 * @param size number of leaves
 */
public record Checkpoint(String origin, long size, TreeHash root) {
    /** @throws IllegalArgumentException when the origin is empty or has a control character, or the size is negative */
    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ') || size < 0) {
            throw new IllegalArgumentException("no checkpoint: origin \"" + origin + "\", " + size + " leaves");
        }
    }

    /** Three lines, each with its line feed. */
    public String body() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Reads a body of three lines; one with extension lines is none of Pawl's, and is refused. */
    public static Checkpoint parse(String body) throws SealFormatException {
        String[] lines = body.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new SealFormatException(
                    "checkpoint: it has three lines, origin, size and root, each ended by a line feed");
        }
        if (lines[0].isEmpty() || lines[0].chars().anyMatch(c -> c < ' ')) {
            throw new SealFormatException("checkpoint, line 1: the origin is empty or has a control character");
        }
        long size = DecimalNumber.parse(lines[1], "checkpoint, line 2");
        return new Checkpoint(lines[0], size, TreeHash.parse(lines[2], "checkpoint, line 3"));
    }
}
