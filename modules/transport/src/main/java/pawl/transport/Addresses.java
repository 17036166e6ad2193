package pawl.transport;

import java.net.URI;

/** Parts of an address as a client wants them. */
final class Addresses {
    private static final int SECURE_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private Addresses() {}

    static boolean isSecure(URI uri) {
        return "wss".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure(uri) ? SECURE_PORT : PLAIN_PORT;
    }

    static String pathAndQuery(URI uri) {
        String rawPath = uri.getRawPath();
        String path = rawPath == null || rawPath.isEmpty() ? "/" : rawPath;
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
