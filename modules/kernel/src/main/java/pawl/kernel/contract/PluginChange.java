package pawl.kernel.contract;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a running engine made of one plugin that is not as it was in its plugins folder.
 *
 * @param id its plugin's id; the entry's file name where it was refused before it had said one
 * @param kind {@code exchange}, {@code feature}, {@code tier} or {@code storage}; empty where that is not known
 * @param venue whose frames it decodes; empty where it decodes none
 * @param before the build that was in force
 * @param after the build that is in the folder; empty where there is none, or it was refused before it was read
 * @param tick whose frames are the first that the change is for, where one was made
 * @param reason why nothing was changed, in one line; empty where something was
 */
public record PluginChange(
        Outcome outcome,
        String id,
        String kind,
        String venue,
        Optional<Build> before,
        Optional<Build> after,
        OptionalLong tick,
        String reason) {

    /** What was done. */
    public enum Outcome {
        /** A venue that had no adapter is listened to again. */
        ADDED,
        /** A venue is not listened to any more. */
        REMOVED,
        /** Another build decodes a venue's frames. */
        REPLACED,
        /** Nothing: the folder's plugin cannot be used, and the one before stays in force. */
        REFUSED,
        /** Nothing: a plugin of this kind can be changed by a restart alone. */
        NEEDS_RESTART,
        /** Nothing: this run does not use it. */
        NOT_USED
    }

    /**
     * One build of a plugin.
     *
     * @param sha256 of its files, as the headers of logs name it
     */
    public record Build(String version, String sha256) {}
}
