package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pawl.kernel.CaptureTools;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.MarketModel;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.scenario.Scenarios;

/** What simulated venues send: a market whose frames have Binance's wire format, or for other adapters what was recorded. */
record SimulatedMarket(List<Path> captures) implements MarketModel {
    private static final String SPOKEN = "exchange-binance";
    private static final long NS_PER_SECOND = 1_000_000_000;

    SimulatedMarket {
        captures = List.copyOf(captures);
    }

    @Override
    public FrameSource frames(Order order) throws PawlException {
        return captures.isEmpty() ? synthetic(order) : recorded(order.seconds());
    }

    private static FrameSource synthetic(Order order) throws PawlException {
        Optional<Venue> spoken = order.venues().stream()
                .filter(venue -> venue.pluginId().equals(SPOKEN))
                .findFirst();
        if (spoken.isEmpty()) {
            throw new PawlException(
                    Kind.USAGE,
                    "the market model speaks to " + SPOKEN
                            + " alone, and no venue of this configuration has it: give frames with --frames CAPTURE");
        }
        String venue = spoken.get().name();
        return frames -> Scenarios.random(spoken.get().symbols(), order.seed(), order.firstSecond(), order.seconds())
                .play((feed, arrivalNs, bytes, offset, length) ->
                        frames.frame(venue + feed.substring(feed.indexOf('/')), arrivalNs, bytes, offset, length));
    }

    /** The beginning of what was recorded. */
    private FrameSource recorded(int seconds) {
        return frames -> {
            long[] endNs = {Long.MAX_VALUE};
            CaptureTools.play(captures, (feed, arrivalNs, bytes, offset, length) -> {
                endNs[0] = endNs[0] == Long.MAX_VALUE ? arrivalNs + seconds * NS_PER_SECOND : endNs[0];
                if (arrivalNs < endNs[0]) {
                    frames.frame(feed, arrivalNs, bytes, offset, length);
                }
            });
        };
    }
}
