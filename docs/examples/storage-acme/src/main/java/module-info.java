/** Logs and snapshots of each token in a folder of its own. */
module storage.acme {
    requires pawl.api;

    provides pawl.api.storage.LogStoreProvider with storage.acme.AcmeProvider;
}
