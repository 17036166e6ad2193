package pawl.kernel.contract;

import java.nio.file.Path;

/**
 * All that a major version of the format had in a data folder, moved aside.
 *
 * @param folder where it is now, with its {@code manifest.json}
 * @param formatVersion of what was moved, {@code major.minor.patch}
 * @param files that the manifest lists
 * @param bytes of them all
 * @param isContinued whether an archive that was stopped before was finished
 */
public record ArchivedMajor(Path folder, String formatVersion, long files, long bytes, boolean isContinued) {}
