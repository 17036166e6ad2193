/** Keeps logs and snapshots in memory, for a run of which only the digest is wanted. */
module pawl.plugin.storage.memory {
    requires pawl.api;

    provides pawl.api.storage.LogStoreProvider with
            pawl.plugin.storage.memory.MemoryLogStoreProvider;
}
