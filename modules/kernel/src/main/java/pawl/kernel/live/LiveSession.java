package pawl.kernel.live;

import java.util.List;
import pawl.api.token.Token;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.engine.Engine;

/**
 * What a live run works with.
 *
 * @param tokens in order of their indexes
 * @param outageTicks for how long nothing may be heard before the silence is an outage
 */
record LiveSession(
        Engine engine,
        FrameQueue queue,
        LiveClock clock,
        FrameRecorder recorder,
        TransportSide side,
        LivePlan plan,
        List<Token> tokens,
        long outageTicks,
        LiveListener listener) {}
