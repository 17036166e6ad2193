package pawl.kernel.contract;

import java.util.List;

/**
 * What a conversion wrote.
 *
 * @param bytes the file's size
 * @param problems of the captures read, each in one line
 */
public record ConversionReport(String file, long frames, long bytes, List<String> problems) {}
