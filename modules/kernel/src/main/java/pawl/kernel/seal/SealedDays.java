package pawl.kernel.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.seal.SealFormatException;
import pawl.storage.LogCatalog;
import pawl.storage.StoreName;

/** Which epoch days of a store are sealed, and which have a tick log. */
public record SealedDays(NavigableSet<Long> sealed, NavigableSet<Long> logged) {
    public static SealedDays of(LogStore store) throws StorageException {
        NavigableSet<Long> sealed = new TreeSet<>();
        for (String name : store.list(StoreName.SEALS)) {
            if (StoreName.parse(name).orElse(null) instanceof StoreName.DaySeal seal) {
                sealed.add(seal.epochDay());
            }
        }
        NavigableSet<Long> logged = new TreeSet<>();
        LogCatalog.of(store).tickLogs().forEach(log -> logged.add(log.epochDay()));
        return new SealedDays(sealed, logged);
    }

    /** Days before one that have logs and no seal, and are behind the last sealed one, in order. */
    public List<Long> unsealedBefore(long epochDay) {
        List<Long> unsealed = new ArrayList<>(logged.headSet(epochDay));
        unsealed.removeIf(day -> !sealed.isEmpty() && day <= sealed.last());
        return unsealed;
    }

    /**
     * The first leaf of a day's tree: the body of the checkpoint of the day sealed before it; empty where there is none.
     *
     * @throws PawlException when that file is no checkpoint
     */
    static String predecessor(LogStore store, NavigableSet<Long> sealed, long epochDay)
            throws StorageException, PawlException {
        Long before = sealed.lower(epochDay);
        if (before == null) {
            return "";
        }
        String name = new StoreName.DaySeal(before).text();
        try {
            return StoredCheckpoint.read(store, name).orElseThrow().checkpoint().body();
        } catch (SealFormatException e) {
            throw new PawlException(Kind.BAD_DATA, name + ": " + e.getMessage() + "; restore it from a copy", e);
        }
    }
}
