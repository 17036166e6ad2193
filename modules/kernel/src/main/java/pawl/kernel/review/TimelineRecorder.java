package pawl.kernel.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.token.Ticks;
import pawl.kernel.contract.Timeline;
import pawl.kernel.contract.Timeline.ClusterLine;
import pawl.kernel.contract.Timeline.EventLine;
import pawl.kernel.contract.Timeline.TokenLine;
import pawl.kernel.contract.TimelineRequest;
import pawl.kernel.engine.ClusterLane;
import pawl.kernel.engine.EngineParts;
import pawl.kernel.engine.EventLane;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.engine.TokenLane;

/** Looks at an engine after every tick, and remembers what a timeline shows. */
public final class TimelineRecorder {
    private final TimelineRequest request;
    private final Map<String, TokenRecorder> tokens = new TreeMap<>();
    private final Map<String, GroupRecorder> clusters = new TreeMap<>();
    private final Map<String, GroupRecorder> events = new TreeMap<>();
    private long firstTick = -1;
    private long lastTick = -1;

    public TimelineRecorder(TimelineRequest request) {
        this.request = request;
    }

    /** Whether the tick that ran last is one of those asked for, which it then takes in. */
    public void look(Reexecution again) {
        long tick = again.tick();
        if (tick < request.fromTick().orElse(Long.MIN_VALUE)) {
            return;
        }
        firstTick = firstTick < 0 ? tick : firstTick;
        lastTick = tick;
        EngineParts parts = again.parts();
        boolean isPoint = (tick + 1) % (Ticks.TICKS_PER_SECOND * request.stepSeconds()) == 0;
        for (int token = 0; token < parts.plan().tokens().size(); token++) {
            TokenLane lane = parts.lane(token);
            if (isAsked(lane)) {
                tokens.computeIfAbsent(lane.token().name(), _ -> new TokenRecorder(lane.token()))
                        .look(lane, tick, isPoint);
            }
        }
        for (ClusterLane cluster : parts.groups().clusters()) {
            clusters.computeIfAbsent(cluster.name(), _ -> new GroupRecorder()).look(cluster, tick, isPoint);
        }
        for (EventLane event : parts.groups().events()) {
            events.computeIfAbsent(event.name(), _ -> new GroupRecorder()).look(event, tick);
        }
    }

    private boolean isAsked(TokenLane lane) {
        return request.tokens().isEmpty()
                || request.tokens().contains(lane.token().name());
    }

    /** Whether any tick was taken in. */
    public boolean hasTicks() {
        return firstTick >= 0;
    }

    public Timeline timeline(EngineParts parts) {
        long endMs = Ticks.startMs(lastTick + 1);
        List<TokenLine> tokenLines = new ArrayList<>();
        for (int token = 0; token < parts.plan().tokens().size(); token++) {
            TokenLane lane = parts.lane(token);
            TokenRecorder recorder = tokens.get(lane.token().name());
            if (recorder != null) {
                tokenLines.add(recorder.line(lane, endMs));
            }
        }
        List<ClusterLine> clusterLines = new ArrayList<>();
        parts.plan().clusters().clusters().forEach(cluster -> {
            GroupRecorder recorder = clusters.getOrDefault(cluster.name(), new GroupRecorder());
            clusterLines.add(recorder.clusterLine(cluster.name(), names(parts, cluster.members()), endMs));
        });
        List<EventLine> eventLines = new ArrayList<>();
        parts.plan().events().events().forEach(event -> {
            GroupRecorder recorder = events.getOrDefault(event.name(), new GroupRecorder());
            eventLines.add(recorder.eventLine(event.name(), names(parts, event.members()), endMs));
        });
        return new Timeline(
                parts.plan().identity().isSynthetic(),
                parts.plan().identity().configurationSha256(),
                firstTick,
                lastTick,
                request.stepSeconds(),
                tokenLines,
                clusterLines,
                eventLines);
    }

    private static List<String> names(EngineParts parts, List<Integer> members) {
        return members.stream()
                .map(token -> parts.plan().tokens().get(token).name())
                .toList();
    }
}
