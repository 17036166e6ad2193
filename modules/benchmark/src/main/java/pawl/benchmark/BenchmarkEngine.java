package pawl.benchmark;

import java.util.List;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.Engine;
import pawl.storage.contract.DiscardingStore;

/** An engine of any number of tokens, with the plugins of the zip, fed with frames in wire format. */
final class BenchmarkEngine implements AutoCloseable {
    private static final int QUOTES_PER_TICK = 3;
    private static final long FIRST_TICK = 6_722_611_200L;

    private final Engine engine;
    private final VenueFrames[] frames;
    private long tick = FIRST_TICK;
    private long id = 100_000_000_000L;

    BenchmarkEngine(int tokens) throws Exception {
        List<String> symbols = BenchmarkPlans.symbols(tokens);
        engine = new Engine(BenchmarkPlans.plan(symbols), new DiscardingStore(), refusal -> {
            throw new IllegalStateException(refusal);
        });
        frames = symbols.stream().map(VenueFrames::new).toArray(VenueFrames[]::new);
    }

    void runOneTick() throws PawlException {
        long timeMs = Ticks.startMs(tick);
        for (VenueFrames token : frames) {
            token.stamp(timeMs, id);
            engine.frame(0, tick, token.trade, 0, token.trade.length);
            for (int i = 0; i < QUOTES_PER_TICK; i++) {
                engine.frame(0, tick, token.bookTicker, 0, token.bookTicker.length);
            }
            if (tick % Ticks.TICKS_PER_SECOND == 0) {
                engine.frame(0, tick, token.markPrice, 0, token.markPrice.length);
            }
        }
        engine.closeThrough(tick);
        tick++;
        id++;
    }

    @Override
    public void close() throws StorageException {
        engine.close();
    }
}
