package pawl.kernel.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/**
 * Which venue a capture's feed belongs to: the one whose name the feed's begins with, before a slash, as Pawl records it; for
 * recordings of other tools, the one that the user names, else the first that is configured.
 */
final class VenueOfFeed {
    private final List<String> venueNames;
    private final int fallback;
    private final Map<String, Integer> known = new HashMap<>();

    /** @param venueNames in order of priority */
    VenueOfFeed(List<String> venueNames, Optional<String> named) throws PawlException {
        this.venueNames = venueNames;
        fallback = named.isEmpty() ? 0 : indexOf(named.get());
        if (fallback < 0) {
            throw new PawlException(
                    Kind.USAGE,
                    "no venue " + named.get() + " is configured; there are " + String.join(", ", venueNames));
        }
    }

    /** The venue of feeds that name none. */
    int fallback() {
        return fallback;
    }

    int of(String feed) throws PawlException {
        Integer index = known.get(feed);
        if (index == null) {
            FrameOrigin.require(isSynthetic(feed), feed);
            index = find(feed);
            known.put(feed, index);
        }
        return index;
    }

    /** Whether the frames are synthetic: those of the first feed seen decide for all. */
    private boolean isSynthetic(String feed) {
        return FrameOrigin.isSynthetic(
                known.isEmpty() ? feed : known.keySet().iterator().next());
    }

    private int find(String feed) {
        int slash = feed.indexOf('/');
        int named = slash < 0 ? -1 : indexOf(feed.substring(0, slash));
        return named < 0 ? fallback : named;
    }

    private int indexOf(String name) {
        return venueNames.indexOf(name);
    }
}
