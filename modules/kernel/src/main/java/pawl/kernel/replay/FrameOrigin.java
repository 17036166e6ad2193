package pawl.kernel.replay;

import java.nio.file.Path;
import java.util.List;
import pawl.capture.CaptureException;
import pawl.capture.CaptureLimits;
import pawl.capture.CaptureReader;
import pawl.capture.Captures;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/**
 * Whether an exchange sent the frames, or a market model made them: the second part of a synthetic feed's name begins with
 * {@code synthetic}, as in {@code binance/synthetic: cascade, 2 tokens, seed 7, 6 h/public}. What is made of synthetic frames says so
 * in its header, so the two are never mixed.
 */
public final class FrameOrigin {
    private static final String SYNTHETIC = "synthetic";

    private FrameOrigin() {}

    public static boolean isSynthetic(String feed) {
        return feed.startsWith(SYNTHETIC, feed.indexOf('/') + 1);
    }

    /** Whether the captures begin with a synthetic frame; false where no frame can be read. */
    public static boolean areSynthetic(List<Path> captures) throws CaptureException {
        try (CaptureReader reader = Captures.open(captures, CaptureLimits.STANDARD, problem -> {})) {
            return reader.next() && isSynthetic(reader.frame().feed());
        }
    }

    static void require(boolean isSynthetic, String feed) throws PawlException {
        if (isSynthetic(feed) != isSynthetic) {
            throw new PawlException(
                    Kind.BAD_DATA,
                    "the captures mix synthetic frames with recorded ones (feed " + feed + "); replay them apart");
        }
    }
}
