package pawl.venue;

/**
 * What a fault does, in numbers and names; those that its kind does not take have their defaults.
 *
 * @param count how often at most it takes effect each time it comes
 * @param field the key of the value that is spoilt
 * @param newField what the key is renamed to
 */
record FaultParameters(
        int closeCode,
        long delayNs,
        long skewMs,
        String field,
        String newField,
        int sizeBytes,
        long retryAfterSeconds,
        int status,
        long count,
        long pauseMs) {}
