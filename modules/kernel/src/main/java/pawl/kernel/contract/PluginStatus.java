package pawl.kernel.contract;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One entry of the plugins folder.
 *
 * @param id its plugin's id; the entry's file name where it was refused
 * @param kind {@code exchange}, {@code feature}, {@code tier} or {@code storage}; empty where it was refused
 * @param version empty where it was refused
 * @param api the versions of the API that it runs on, as in {@code >=1.0 <2.0}; {@code not stated} where its module names none, empty
 *     where it was refused
 * @param provider its provider's class; empty where it was refused
 * @param sha256 the hash that log headers name, in hex; empty where it was refused
 * @param refusal why it cannot be used, where it cannot
 */
public record PluginStatus(
        String id,
        String kind,
        String version,
        String api,
        String provider,
        String sha256,
        Path location,
        Optional<String> refusal) {

    /** {@code active} or {@code refused}. */
    public String state() {
        return refusal.isPresent() ? "refused" : "active";
    }
}
