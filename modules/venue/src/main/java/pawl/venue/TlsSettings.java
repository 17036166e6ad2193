package pawl.venue;

import java.nio.file.Path;

/** The venue's certificate chain and its private key, each a PEM file. */
public record TlsSettings(Path certificate, Path key) {}
