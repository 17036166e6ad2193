package pawl.kernel.recovery;

import java.util.List;
import java.util.function.Consumer;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.RecoveryReport;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.review.RecordedPlans;
import pawl.storage.ConfigurationFiles;
import pawl.storage.StorageFormatException;

/** What a run that is to go on finds in its data folder, cleanly stopped or cut off. */
public final class CutOffRun {
    private CutOffRun() {}

    /**
     * Makes the folder what a clean stop leaves, and says so where that changed anything.
     *
     * @param notices gets one line for each thing to be known
     * @return whether there is a committed tick to go on behind; if not, the folder is as one in which nothing was begun
     * @throws PawlException when that cannot be; the folder is then as it was
     */
    public static boolean recover(LogStore store, PluginSet plugins, Consumer<String> notices) throws PawlException {
        RecoveryReport report = of(store, plugins, false).run(true);
        report.lines().forEach(notices);
        return report.committedTick().isPresent();
    }

    /** @param cutsDamage whether what no crash leaves is set aside, too, with all that came after it */
    public static Recovery of(LogStore store, PluginSet plugins, boolean cutsDamage) {
        return new Recovery(store, new RecordedPlans(store, plugins), sha256 -> tokenNames(store, sha256), cutsDamage);
    }

    private static List<String> tokenNames(LogStore store, String sha256) throws PawlException, StorageException {
        try {
            String name = "configuration/" + sha256 + ".json";
            return ConfigurationReader.read(name, ConfigurationFiles.read(store, sha256)).tokens().stream()
                    .map(Token::name)
                    .toList();
        } catch (ConfigurationException | StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        }
    }
}
