package pawl.plugin.exchange.binance;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;

/** Binance's protocol with one fault. */
final class FaultyProtocol implements FeedProtocol {
    private final FeedProtocol sound;
    private final Fault fault;
    private int plans = 1;
    private byte[] kept = new byte[0];

    FaultyProtocol(FeedProtocol sound, Fault fault) {
        this.sound = sound;
        this.fault = fault;
    }

    @Override
    public FeedPlan plan() {
        FeedPlan plan = sound.plan();
        if (fault != Fault.PLANS_ANEW_EACH_TIME) {
            return plan;
        }
        FeedLimits limits = plan.limits();
        return new FeedPlan(
                plan.socketBase(),
                plan.restBase(),
                plan.groups(),
                plan.polls(),
                new FeedLimits(
                        plans++,
                        limits.connectWindowMs(),
                        limits.messagesPerSecond(),
                        limits.weightPerMinute(),
                        limits.usedWeightHeader(),
                        limits.connectionLifeMs(),
                        limits.pingEveryMs()));
    }

    @Override
    public List<Subscription> subscribe(List<String> streams, long firstRequestId) {
        boolean isForgetful = fault == Fault.FORGETS_A_STREAM && streams.size() > 1;
        return sound.subscribe(isForgetful ? streams.subList(1, streams.size()) : streams, firstRequestId);
    }

    @Override
    public Optional<String> ping() {
        return sound.ping();
    }

    @Override
    public void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        switch (fault) {
            case HEARS_ANOTHER_STREAM, HEARS_NO_REQUEST_ID -> sound.hear(bytes, offset, length, faulty(hearing));
            case HEARS_BEYOND_THE_FRAME -> sound.hear(bytes, offset, bytes.length - offset, hearing);
            case ALLOCATES_IN_HEARING -> {
                kept = new byte[kept.length == 16 ? 17 : 16];
                sound.hear(bytes, offset, length, hearing);
            }
            default -> sound.hear(bytes, offset, length, hearing);
        }
    }

    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        return fault == Fault.REPAIRS_NOTHING
                ? Optional.empty()
                : sound.repair(instrument, firstMissingId, lastMissingId, areAggregates);
    }

    private static FeedHearing faulty(FeedHearing hearing) {
        return new FeedHearing() {
            @Override
            public void data(int stream) {
                hearing.data(stream == 0 ? 1 : 0);
            }

            @Override
            public void acknowledged(long requestId) {
                hearing.acknowledged(-1);
            }

            @Override
            public void refused(long requestId) {
                hearing.refused(-1);
            }

            @Override
            public void pong() {
                hearing.pong();
            }

            @Override
            public void closingSoon() {
                hearing.closingSoon();
            }
        };
    }
}
