package pawl.kernel.toy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.AdapterFailure;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.FrameRefusals;

/** An engine of toys on a heap store, driven by texts. */
public final class ToyEngine implements AutoCloseable {
    public static final int ALPHA = 0;
    public static final int BETA = 1;

    private final List<String> refusals = new ArrayList<>();
    private final HeapLogStore store;
    private final Engine engine;
    private final Map<String, Long> lastTradeIds = new TreeMap<>();

    public ToyEngine(ToyPlan plan) throws StorageException {
        this(plan, new HeapLogStore());
    }

    public ToyEngine(ToyPlan plan, HeapLogStore store) throws StorageException {
        this.store = store;
        EnginePlan parts = plan.plan();
        engine = new Engine(parts, store, new Told(), Optional.empty(), new ToyBuilds(parts));
    }

    private final class Told implements FrameRefusals {
        @Override
        public void refused(FrameRefusedException refusal) {
            refusals.add(refusal.reason() + " " + refusal.getMessage());
        }

        @Override
        public void failed(AdapterFailure failure) {
            refusals.add("FAILED " + failure.text());
        }
    }

    public HeapLogStore store() {
        return store;
    }

    public Engine engine() {
        return engine;
    }

    /** {@code REASON message} of each frame refused, and {@code FAILED message} of each that an adapter failed on. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    public void frame(int venue, long tick, String text) throws PawlException {
        byte[] bytes = (">" + text + "<").getBytes(StandardCharsets.UTF_8);
        engine.frame(venue, tick, bytes, 1, bytes.length - 2);
    }

    /** A word of the hearing. */
    public void hearing(int venue, long tick, String text) throws PawlException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        engine.hearing(venue, tick, bytes, 0, bytes.length);
    }

    /** Trades at alpha, in one frame, that takers bought. */
    public void buys(long tick, String symbol, int count) throws PawlException {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add("T " + symbol + " " + Ticks.startMs(tick) + " " + lastTradeIds.merge(symbol, 1L, Long::sum)
                    + " 10 1 B");
        }
        frame(ALPHA, tick, String.join(";", events));
    }

    @Override
    public void close() throws StorageException {
        engine.close();
    }
}
