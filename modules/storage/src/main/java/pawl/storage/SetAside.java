package pawl.storage;

/**
 * What recovery takes out of the way of a run that goes on: a whole file, or what a file has behind what is kept of it.
 *
 * @param name of the file in the store
 * @param keptBytes of the file's start that stay where they are; 0 where all of it goes
 * @param movedBytes behind them
 * @param reason in words, for people
 */
public record SetAside(String name, long keptBytes, long movedBytes, String reason) {
    /** One line. */
    public String text() {
        return name + (keptBytes == 0 ? "" : " from byte " + keptBytes + " on") + ", " + movedBytes + " bytes: "
                + reason;
    }
}
