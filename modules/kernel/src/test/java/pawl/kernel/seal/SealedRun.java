package pawl.kernel.seal;

import java.security.SecureRandom;
import java.util.List;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.kernel.toy.HeapLogStore;
import pawl.seal.SealFormatException;
import pawl.seal.SignerKey;
import pawl.storage.EngineLog;
import pawl.storage.LogIdentity;
import pawl.storage.StorageFormatException;

/** Small logs of several tokens and days, as an engine writes them. */
final class SealedRun {
    static final long DAY = 19_452; // 2023-04-05
    static final int TICKS_A_DAY = 40;
    /** In no order, and one of them named as no file can be. */
    static final List<String> TOKENS = List.of("CHZ", "BTC_USDT", "\u041f\u0421\u0416", "BTC");

    private SealedRun() {}

    /** Days from {@link #DAY} on: in each, every token but the last has records. */
    static HeapLogStore of(int days) throws StorageException, StorageFormatException {
        HeapLogStore store = new HeapLogStore();
        write(store, days);
        return store;
    }

    static void write(LogStore store, int days) throws StorageException, StorageFormatException {
        List<Token> tokens = TOKENS.stream()
                .map(name -> new Token(TOKENS.indexOf(name), name, "major", -2, -3, -4, 480))
                .toList();
        try (EngineLog log = new EngineLog(store, new LogIdentity("ab".repeat(32), List.of()), tokens, 4)) {
            for (int day = 0; day < days; day++) {
                for (int i = 0; i < TICKS_A_DAY; i++) {
                    long tick = (DAY + day) * Ticks.TICKS_PER_DAY + 7 * i;
                    for (int token = 0; token < tokens.size() - 1; token++) {
                        if (i % (token + 1) == 0) {
                            log.tierChange(token, tick, i, token);
                        }
                    }
                    log.commit(tick, tick);
                }
            }
        }
    }

    static SignerKey key() throws SealFormatException {
        return SignerKey.generate("acme.example", new SecureRandom());
    }
}
