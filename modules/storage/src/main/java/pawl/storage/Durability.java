package pawl.storage;

/** When what was committed is forced to disk. Changes no byte of a log, so it is no part of a configuration (D9). */
public enum Durability {
    /** Each tick before it counts: a loss of power loses nothing that was committed. The engine waits for the disk. */
    TICK,

    /** Each second on another thread: a loss of power loses what was committed since about a second. The engine does not wait. */
    SECOND,

    /** A day's files when the day ends, and all when the run ends; meanwhile when the operating system sees fit. */
    SYSTEM
}
