package pawl.transport;

import java.util.concurrent.TimeUnit;

/**
 * What a venue allows this address, and how much of that is used up. It outlives the venue's plan: whoever hears the venue after
 * another plan has no more than that one left.
 */
record VenueAllowance(SlidingBudget connects, SlidingBudget weight, Ban requestBan, Ban connectBan) {

    static VenueAllowance of(VenueLimits limits, Outlet outlet) {
        return new VenueAllowance(
                new SlidingBudget(limits.connects(), limits.connectWindow().toNanos()),
                new SlidingBudget(limits.weightPerMinute(), TimeUnit.MINUTES.toNanos(1)),
                new Ban(outlet),
                new Ban(outlet));
    }

    /** With the limits of another plan; bans go on. */
    VenueAllowance with(VenueLimits limits) {
        return new VenueAllowance(
                connects.with(limits.connects(), limits.connectWindow().toNanos()),
                weight.with(limits.weightPerMinute(), TimeUnit.MINUTES.toNanos(1)),
                requestBan,
                connectBan);
    }
}
