package pawl.kernel.simulate;

/** What can befall a writing operation of the disk. Of an append some bytes may get through whatever befalls it. */
enum DiskFault {
    /** The process is killed in it. What it handed over before is there. */
    KILL,
    /** Power is lost in it. What was not forced may be there or not, in any part. */
    POWER_LOSS,
    /** The device fails it, once. */
    DEVICE_ERROR,
    /** It and those after it find no room, until somebody makes some. */
    FULL
}
