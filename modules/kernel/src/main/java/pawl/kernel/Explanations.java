package pawl.kernel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.kernel.contract.Explanation;
import pawl.kernel.contract.LogQuery;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.EngineParts;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.review.RecordedPlans;
import pawl.kernel.review.TickExplainer;
import pawl.storage.StoreName;

/** Why a token stood where it stood after one tick. */
public final class Explanations {
    private Explanations() {}

    /**
     * Runs the folder's inputs again up to a tick.
     *
     * @throws PawlException when there is no such token or tick, or as {@link Timelines#of} says
     */
    public static Explanation of(Path data, Path plugins, String token, long tick) throws PawlException {
        try (LogStore store = DataReading.open(data, plugins);
                Reexecution again = new Reexecution(store, new RecordedPlans(store, Plugins.load(plugins)))) {
            boolean isThere = false;
            while (!isThere && again.next() && again.tick() <= tick) {
                isThere = again.tick() == tick;
            }
            if (!isThere) {
                throw new PawlException(Kind.USAGE, data + " has no tick " + tick + " that was committed");
            }
            EngineParts parts = again.parts();
            SequencedMap<String, SequencedMap<String, Object>> why = new LinkedHashMap<>();
            TickExplainer.explain(parts, token, why);
            boolean hasLog = store.exists(new StoreName.TokenLog(token, Ticks.epochDay(tick)).text());
            List<LogRecord> records = hasLog ? records(data, plugins, token, tick) : List.of();
            return new Explanation(token, tick, parts.plan().identity().isSynthetic(), why, records);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    private static List<LogRecord> records(Path data, Path plugins, String token, long tick) throws PawlException {
        LocalDate day = LocalDate.ofEpochDay(Ticks.epochDay(tick));
        List<LogRecord> records = new ArrayList<>();
        LogQuery query = new LogQuery(
                List.of(data),
                Optional.of(token),
                Optional.of(day),
                Set.of(),
                OptionalLong.of(tick),
                OptionalLong.of(tick));
        LogInspection.cat(query, plugins, records::add);
        return records;
    }
}
