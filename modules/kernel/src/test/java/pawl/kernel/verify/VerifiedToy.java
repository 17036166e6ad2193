package pawl.kernel.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.ConfigurationFiles;
import pawl.storage.LogHeader;

/** Data folders of toys in memory, and their verification. */
final class VerifiedToy {
    private static final byte[] CONFIGURATION = "{\"toys\":3}".getBytes(StandardCharsets.UTF_8);

    static final ToyPlan PLAN = ToyPlan.STANDARD
            .withGroups(ToyGroups.SOME)
            .withConfigurationSha256(ConfigurationFiles.sha256(CONFIGURATION));

    private VerifiedToy() {}

    /** A run across midnight that was stopped. */
    static HeapLogStore run(long seed) throws Exception {
        return run(RandomFrames.of(seed, 200), Long.MAX_VALUE);
    }

    static HeapLogStore run(List<ToyFrame> frames, long untilTick) throws Exception {
        HeapLogStore store = new HeapLogStore();
        ConfigurationFiles.write(store, CONFIGURATION);
        ToyRun.through(PLAN, store, frames, untilTick);
        return store;
    }

    static VerificationReport verify(HeapLogStore store) throws Exception {
        return new VerificationRun(store, new Plans(store), OptionalLong.empty(), Optional.empty()).run(listing(store));
    }

    static FolderListing listing(HeapLogStore store) {
        return new FolderListing(store.names().stream()
                .map(name -> new FolderListing.Entry(name, true, store.bytes(name).length))
                .toList());
    }

    /** The plan, where its configuration is there. */
    record Plans(LogStore store) implements Reexecution.Plans {
        @Override
        public EnginePlan of(String configurationSha256, LogHeader header) throws PawlException, StorageException {
            EnginePlan plan = PLAN.plan();
            if (!configurationSha256.equals(PLAN.configurationSha256())
                    || !store.exists("configuration/" + configurationSha256 + ".json")
                    || !header.identity().plugins().equals(plan.identity().plugins())) {
                throw new PawlException(
                        Kind.CANNOT_JUDGE, "cannot judge: needs other plugins or another configuration");
            }
            return plan;
        }
    }

    /** What damage and difference say, a line each. */
    static List<String> lines(VerificationReport report) {
        return java.util.stream.Stream.of(
                        report.damage(),
                        report.uncommitted(),
                        report.difference().stream().toList())
                .flatMap(List::stream)
                .map(finding -> finding.file() + " at byte " + finding.offset() + ": " + finding.what())
                .toList();
    }
}
