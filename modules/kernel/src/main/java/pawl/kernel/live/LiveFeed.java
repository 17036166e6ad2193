package pawl.kernel.live;

/**
 * Where frames come from, by its number.
 *
 * @param name in captures
 * @param venueIndex of the venue
 * @param tellsOfHearing whether its frames are this side's own
 */
record LiveFeed(String name, int venueIndex, boolean tellsOfHearing) {}
