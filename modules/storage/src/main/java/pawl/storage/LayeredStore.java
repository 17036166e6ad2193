package pawl.storage;

import java.util.List;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** A layer over another store, which does all that a layer does not do in its own way. */
public abstract class LayeredStore implements LogStore {
    protected final LogStore store;

    /** @param store is closed with the layer */
    protected LayeredStore(LogStore store) {
        this.store = store;
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        return store.open(name);
    }

    @Override
    public boolean exists(String name) throws StorageException {
        return store.exists(name);
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        return store.list(folder);
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        store.replace(name, bytes, offset, length);
    }

    @Override
    public void delete(String name) throws StorageException {
        store.delete(name);
    }

    @Override
    public void close() throws StorageException {
        store.close();
    }
}
