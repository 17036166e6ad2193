package pawl.kernel.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Instrument;
import pawl.api.token.Ticks;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.PluginStamp;

/** One venue's frames and hearings on their way into the tokens' queues, and the adapter that is asked about them. */
final class VenueInput {
    private final EnginePlan.Venue venue;
    private final int venueIndex;
    private final VenueAdapter adapter;
    private final VenueDecoder decoder;
    private final HearingDecoder hearings;
    private final Set<TokenLane> lanes = new LinkedHashSet<>();
    private final EngineCounts counts;
    private final FrameRefusals refusals;
    private final AdapterSource source;
    private long tick;

    VenueInput(int venueIndex, EngineParts parts, FrameRefusals refusals, AdapterSource source) {
        this.venueIndex = venueIndex;
        this.refusals = refusals;
        this.source = source;
        venue = parts.plan.venues().get(venueIndex);
        counts = parts.counts;
        adapter = new VenueAdapter(
                venue.adapter(), parts.plan.identity().sha256Of(PluginStamp.Kind.EXCHANGE, venue.pluginId()));
        decoder = new VenueDecoder(venueIndex, venue.instruments(), parts.lanes, counts);
        hearings = new HearingDecoder(venueIndex, venue.instruments(), parts.lanes, adapter, this::change);
        for (Instrument instrument : venue.instruments()) {
            lanes.add(parts.lanes[instrument.token().index()]);
        }
    }

    /** @param frameTick the tick that is open */
    void frame(long frameTick, byte[] bytes, int offset, int length) throws PawlException {
        if (!adapter.isAsked()) {
            counts.droppedFrames++;
            return;
        }
        try {
            decoder.decode(adapter.adapter(), bytes, offset, length);
        } catch (FrameRefusedException e) {
            refused(e);
            return;
        } catch (Throwable e) {
            PluginErrors.rethrowFatal(e);
            failed(AdapterFailure.of(venue, frameTick, bytes, offset, length, e, adapter.failed()));
            return;
        }
        adapter.succeeded();
        decoder.deliver();
    }

    /** @param frameTick the tick that is open */
    void hearing(long frameTick, byte[] bytes, int offset, int length) throws PawlException {
        tick = frameTick;
        try {
            if (!hearings.decode(bytes, offset, length)) {
                counts.droppedFrames++;
            }
        } catch (FrameRefusedException e) {
            refused(e);
        }
    }

    private void refused(FrameRefusedException refusal) throws PawlException {
        counts.refusedFrames++;
        refusals.refused(refusal);
    }

    private void failed(AdapterFailure failure) throws PawlException {
        counts.failedFrames++;
        if (failure.isLast()) {
            for (TokenLane lane : lanes) {
                lane.streams()
                        .hold(
                                venueIndex,
                                Ticks.startMs(failure.tick()),
                                FeedCause.ADAPTER_FAILED,
                                lane.queue().arrived());
            }
        }
        refusals.failed(failure);
    }

    private void change(long timeMs, Optional<String> sha256) throws PawlException {
        boolean wasAsked = adapter.isAsked();
        Optional<ExchangeAdapter> next =
                sha256.isPresent() ? Optional.of(build(sha256.get(), "in tick " + tick)) : Optional.empty();
        adapter.change(sha256, next);
        counts.adapterChanges++;
        for (TokenLane lane : lanes) {
            EventBatch arrived = lane.queue().arrived();
            arrived.add(
                    EventKind.ADAPTER_CHANGE,
                    venueIndex,
                    0,
                    timeMs,
                    0,
                    word(sha256, 0),
                    word(sha256, 1),
                    word(sha256, 2),
                    word(sha256, 3));
            if (wasAsked && !adapter.isAsked()) {
                lane.streams().hold(venueIndex, timeMs, FeedCause.ADAPTER_CHANGED, arrived);
            } else if (!wasAsked && adapter.isAsked()) {
                lane.streams().release(venueIndex, timeMs, FeedCause.ADAPTER_CHANGED, arrived);
            }
        }
    }

    private static long word(Optional<String> sha256, int word) {
        return sha256.isPresent() ? VenueAdapter.word(sha256.get(), word) : 0;
    }

    private ExchangeAdapter build(String sha256, String when) throws PawlException {
        if (venue.pluginSha256().equals(Optional.of(sha256))) {
            return venue.adapter();
        }
        return asked(sha256)
                .orElseThrow(() -> new PawlException(
                        Kind.USAGE,
                        when + " venue " + venue.name() + " changes to another build of plugin " + venue.pluginId()
                                + ", sha256:" + sha256 + ", which is not here; give that very build to this run"));
    }

    private Optional<ExchangeAdapter> asked(String sha256) throws PawlException {
        try {
            return source.adapterOf(venueIndex, sha256);
        } catch (PawlException e) {
            throw e;
        } catch (Throwable e) {
            PluginErrors.rethrowFatal(e);
            throw new PawlException(
                    Kind.INVARIANT,
                    "the build of plugin " + venue.pluginId() + " with sha256:" + sha256
                            + " failed when it was to make an adapter for venue " + venue.name() + ": " + e,
                    e);
        }
    }

    /** Takes up what a block of a run that stopped says. */
    void restore(StateBlock adapters) throws PawlException {
        adapter.readFrom(adapters, venueIndex * VenueAdapter.WORDS);
        if (adapter.isChanged()) {
            Optional<String> sha256 = adapter.sha256();
            adapter.supply(
                    sha256.isPresent()
                            ? Optional.of(build(sha256.get(), "where this run is to go on,"))
                            : Optional.empty());
        }
    }

    /** Whether what {@link #writeTo} writes may be another since this was asked last. */
    boolean takeChange() {
        return adapter.takeChange();
    }

    void writeTo(StateBlock adapters) {
        adapter.writeTo(adapters, venueIndex * VenueAdapter.WORDS);
    }

    /** Of the plugin whose adapter is in force; empty where it was taken away. */
    Optional<String> adapterSha256() {
        return adapter.sha256();
    }

    boolean isQuarantined() {
        return adapter.isQuarantined();
    }

    String name() {
        return venue.name();
    }
}
