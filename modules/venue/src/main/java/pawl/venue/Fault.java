package pawl.venue;

/**
 * One entry of a fault script. Times are market time, from the first frame on.
 *
 * @param everyNs 0 for once
 * @param forNs 0 where the script names no end
 */
record Fault(FaultKind kind, long atNs, long everyNs, long forNs, FaultSelector selector, FaultParameters parameters) {}
