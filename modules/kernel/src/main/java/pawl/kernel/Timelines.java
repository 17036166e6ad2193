package pawl.kernel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.Timeline;
import pawl.kernel.contract.TimelineRequest;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.review.RecordedPlans;
import pawl.kernel.review.TimelineRecorder;

/** What happened in a data folder, over time. */
public final class Timelines {
    private Timelines() {}

    /**
     * Runs the folder's inputs again and looks on; every byte is compared with what the folder has.
     *
     * @throws PawlException when the folder cannot be read, cannot be judged with the plugins here, or does not follow from its inputs
     */
    public static Timeline of(TimelineRequest request) throws PawlException {
        try (LogStore store = DataReading.open(request.data(), request.plugins());
                Reexecution again = new Reexecution(store, new RecordedPlans(store, Plugins.load(request.plugins())))) {
            TimelineRecorder recorder = new TimelineRecorder(request);
            long toTick = request.toTick().orElse(Long.MAX_VALUE);
            while (again.next() && again.tick() <= toTick) {
                recorder.look(again);
            }
            if (!recorder.hasTicks()) {
                throw new PawlException(Kind.USAGE, request.data() + " has no tick of that time");
            }
            requireTokens(request.tokens(), again.parts().plan().tokens());
            return recorder.timeline(again.parts());
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    private static void requireTokens(Set<String> asked, List<Token> tokens) throws PawlException {
        Set<String> known = new TreeSet<>();
        tokens.forEach(token -> known.add(token.name()));
        for (String token : asked) {
            if (!known.contains(token)) {
                throw new PawlException(
                        Kind.USAGE, "there is no token " + token + "; there are " + String.join(", ", known));
            }
        }
    }
}
