package pawl.kernel.live;

/**
 * Where frames come from.
 *
 * @param number never given again, however often a venue's adapter changes
 * @param name in captures
 * @param venueIndex of the venue
 * @param tellsOfHearing whether its frames are this side's own
 */
record LiveFeed(int number, String name, int venueIndex, boolean tellsOfHearing) {}
