package pawl.kernel.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps the frames that the engine would be given: {@code venue: text}. */
final class HearingLines implements HearingGiver {
    private final List<String> texts = new ArrayList<>();

    @Override
    public void give(LiveVenue venue, byte[] frame) {
        texts.add(venue.name() + ": " + new String(frame, StandardCharsets.UTF_8));
    }

    /** Since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }
}
