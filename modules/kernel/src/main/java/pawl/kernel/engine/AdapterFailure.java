package pawl.kernel.engine;

import java.nio.charset.StandardCharsets;

/**
 * A frame that an exchange plugin failed on, which its contract forbids. The frame is lost, and nothing else.
 *
 * @param venue as configured
 * @param tick that the frame belongs to
 * @param frameStart what the frame begins with, to be shown
 * @param frameBytes how long it is
 * @param isLast whether the plugin is asked no more from here on, because it failed too often
 */
public record AdapterFailure(
        String pluginId, String venue, long tick, String frameStart, int frameBytes, Throwable cause, boolean isLast) {
    private static final int MOST_SHOWN = 80;

    static AdapterFailure of(
            EnginePlan.Venue venue, long tick, byte[] bytes, int offset, int length, Throwable cause, boolean isLast) {
        return new AdapterFailure(
                venue.pluginId(), venue.name(), tick, start(bytes, offset, length), length, cause, isLast);
    }

    /** Whatever the bytes are, they are not to move a terminal's cursor. */
    private static String start(byte[] bytes, int offset, int length) {
        StringBuilder shown = new StringBuilder();
        String text = new String(bytes, offset, Math.min(length, MOST_SHOWN), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            shown.append(character >= ' ' && character <= '~' ? character : '.');
        }
        return length > MOST_SHOWN ? shown.append('…').toString() : shown.toString();
    }

    /** One line. */
    public String text() {
        return "plugin " + pluginId + " failed on a frame of " + venue + " in tick " + tick + ": "
                + String.valueOf(cause).lines().findFirst().orElse("") + "; the frame of " + frameBytes
                + " bytes is lost: " + frameStart
                + (isLast
                        ? "; it failed on too many, is asked no more, and every stream of " + venue
                                + " is STALE until another build takes over"
                        : "");
    }
}
