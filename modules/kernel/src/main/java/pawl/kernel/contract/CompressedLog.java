package pawl.kernel.contract;

/**
 * A log that was compressed or turned back.
 *
 * @param name of the log in the data folder, as it is when it is not compressed
 * @param plainBytes of the log itself
 * @param compressedBytes of the compressed file
 * @param sha256 of the log itself, in hex: compressing does not change it
 */
public record CompressedLog(String name, long plainBytes, long compressedBytes, String sha256) {}
