package pawl.kernel;

import java.util.Optional;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.capture.CaptureException;
import pawl.capture.RecordedUnder;
import pawl.config.Configuration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayListener;
import pawl.kernel.contract.ReplayReport;
import pawl.kernel.contract.ReplayRequest;
import pawl.kernel.engine.AdapterSource;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EngineAssembly;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.ResumedPlan;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.recovery.CutOffRun;
import pawl.kernel.replay.AutoConfiguration;
import pawl.kernel.replay.ContinuedConfiguration;
import pawl.kernel.replay.DataFolder;
import pawl.kernel.replay.DiskThreads;
import pawl.kernel.replay.FrameOrigin;
import pawl.kernel.replay.RecordedConfiguration;
import pawl.kernel.replay.RecordedPlugins;
import pawl.kernel.replay.ReplayAdapters;
import pawl.kernel.replay.ReplayProblems;
import pawl.kernel.replay.ReplayRun;
import pawl.kernel.replay.ReportWriter;

/** Recorded frames in, logs and snapshots out: the same bytes for the same captures, configuration and plugins (D1). */
public final class Replay {
    private Replay() {}

    /**
     * Replays the captures to their end, or to the tick that the request names.
     *
     * @throws PawlException when nothing could be replayed, the configuration is wrong, or an invariant broke. Ticks that were committed
     *     before stay committed; a tick is never half in a log
     */
    public static ReplayReport run(ReplayRequest request, ReplayListener listener) throws PawlException {
        long startedNs = System.nanoTime();
        PluginSet here = Plugins.load(request.plugins());
        RecordedPlugins builds = new RecordedPlugins(request.captures(), here, request.runsRecordedPlugins());
        Optional<RecordedUnder> recorded = recorded(request);
        PluginSet plugins = recorded.isPresent() ? builds.atTheStart(recorded.get()) : here;
        Configuration configured = RecordedConfiguration.of(request, recorded, plugins, listener);
        AutoConfiguration auto = AutoConfiguration.of(request, configured, plugins);
        EnginePlan begun = plan(request, auto.configuration(), plugins);
        ReplayProblems problems = new ReplayProblems(listener, request.isStrict());
        try (LogStore store = DataFolder.open(request.data(), request.resumes(), auto.configuration(), plugins)) {
            DataFolder.keepConfiguration(store, auto.configuration());
            boolean goesOn = request.resumes() && CutOffRun.recover(store, plugins, listener::problem);
            EnginePlan plan = goesOn ? ResumedPlan.of(store, begun) : begun;
            Optional<String> continued =
                    goesOn ? ContinuedConfiguration.of(store, plan, auto.configuration()) : Optional.empty();
            AdapterSource adapters = new ReplayAdapters(auto.configuration(), builds, problems);
            try (DiskThreads disk = DiskThreads.start();
                    Engine engine = new Engine(plan, store, problems, continued, adapters)) {
                disk.serve(engine, request.durability());
                Optional<String> otherStart = recorded.flatMap(under -> RecordedPlugins.otherStart(under, plugins));
                ReplayRun run = new ReplayRun(request, goesOn, plan, engine, problems, listener, otherStart);
                run.toTheEnd();
                return ReportWriter.report(auto, plan, engine, problems, run, store, startedNs);
            }
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (CaptureException e) {
            throw failure(e);
        }
    }

    private static EnginePlan plan(ReplayRequest request, Configuration configuration, PluginSet plugins)
            throws PawlException {
        try {
            boolean isSynthetic = FrameOrigin.areSynthetic(request.captures());
            return new EngineAssembly(configuration, plugins, isSynthetic).plan();
        } catch (CaptureException e) {
            throw failure(e);
        }
    }

    private static PawlException failure(CaptureException e) {
        Kind kind = e.kind() == CaptureException.Kind.BAD_INPUT ? Kind.BAD_DATA : Kind.USAGE;
        return new PawlException(kind, e);
    }

    private static Optional<RecordedUnder> recorded(ReplayRequest request) throws PawlException {
        try {
            return RecordedConfiguration.recorded(request);
        } catch (CaptureException e) {
            throw failure(e);
        }
    }
}
