package pawl.kernel.verify;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.seal.SealDraft;
import pawl.kernel.toy.HeapLogStore;
import pawl.seal.SignerKey;
import pawl.storage.StoreName;

/** Data folders of toys whose days are sealed. */
final class SealedToy {
    private final SignerKey key;

    private SealedToy(SignerKey key) {
        this.key = key;
    }

    static SealedToy operator(String name) throws Exception {
        return new SealedToy(SignerKey.generate(name, new SecureRandom()));
    }

    /** A run that was stopped, with both days signed. */
    HeapLogStore run(long seed) throws Exception {
        HeapLogStore store = VerifiedToy.run(seed);
        seal(store, Optional.of(key));
        return store;
    }

    static void sealUnsigned(HeapLogStore store) throws Exception {
        seal(store, Optional.empty());
    }

    private static void seal(HeapLogStore store, Optional<SignerKey> key) throws Exception {
        for (long day : days(store)) {
            SealDraft.of(store, day, key).store(store);
        }
    }

    private static List<Long> days(HeapLogStore store) {
        return store.list("ticks").stream()
                .map(name -> ((StoreName.TickLog) StoreName.parse(name).orElseThrow()).epochDay())
                .toList();
    }

    /** With the operator's public key. */
    VerificationReport verify(HeapLogStore store) throws Exception {
        return new VerificationRun(
                        store, new VerifiedToy.Plans(store), OptionalLong.empty(), Optional.of(key.verifier()))
                .run(VerifiedToy.listing(store));
    }
}
