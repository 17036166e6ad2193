/** Keeps logs and snapshots as files in the user's data folder. */
module pawl.plugin.storage.file {
    requires pawl.api;

    provides pawl.api.storage.LogStoreProvider with
            pawl.plugin.storage.file.FileLogStoreProvider;
}
