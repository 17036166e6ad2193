package pawl.venue;

import java.util.HashMap;
import java.util.Map;

/** So much for each address in each window of real time. */
final class HostQuota {
    private static final long NS_PER_MS = 1_000_000;

    private static final class Account {
        long window;
        long used;
    }

    private final long most;
    private final long windowMs;
    private final long startedAtNs = System.nanoTime();
    private final Map<String, Account> accounts = new HashMap<>();

    HostQuota(long most, long windowMs) {
        this.most = most;
        this.windowMs = windowMs;
    }

    /** False when it is too much; what was refused counts as used. */
    boolean take(String host, long amount) {
        Account account = account(host);
        account.used += amount;
        return account.used <= most;
    }

    long used(String host) {
        return account(host).used;
    }

    /** Until a new window begins, rounded up. */
    long secondsLeft() {
        return (windowMs - elapsedMs() % windowMs + 999) / 1_000;
    }

    private Account account(String host) {
        Account account = accounts.computeIfAbsent(host, key -> new Account());
        long window = elapsedMs() / windowMs;
        if (account.window != window) {
            account.window = window;
            account.used = 0;
        }
        return account;
    }

    private long elapsedMs() {
        return (System.nanoTime() - startedAtNs) / NS_PER_MS;
    }
}
