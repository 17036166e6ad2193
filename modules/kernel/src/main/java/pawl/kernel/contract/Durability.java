package pawl.kernel.contract;

/** When committed ticks are forced to disk; {@code docs/durability.md} says what each can lose. Changes no byte of a log (D9). */
public enum Durability {
    /** Each before it counts; the engine waits for the disk. */
    TICK,

    /** After each second, beside the engine. */
    SECOND,

    /** When a day ends and when the run ends; in between as the operating system sees fit. */
    SYSTEM
}
