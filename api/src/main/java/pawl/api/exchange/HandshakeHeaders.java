package pawl.api.exchange;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a plugin may add to the handshake of a WebSocket: nothing that could end a header, hide in one, or change what a handshake is. */
final class HandshakeHeaders {
    // RFC 9110, sections 5.6.2 and 5.5; bytes above ASCII have no agreed meaning there.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private static final Set<String> OWN =
            Set.of("host", "upgrade", "connection", "content-length", "transfer-encoding");
    private static final String OWN_PREFIX = "sec-websocket-";

    private HandshakeHeaders() {}

    static Map<String, String> sorted(Map<String, String> headers, String group) {
        Map<String, String> sorted = new TreeMap<>(headers);
        Map<String, String> nameByLowerCase = new HashMap<>();
        sorted.forEach((name, value) -> {
            require(name, value, group);
            String other = nameByLowerCase.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new IllegalArgumentException(
                        "group " + group + " has the headers " + other + " and " + name + ", which are one");
            }
        });
        return Collections.unmodifiableMap(sorted);
    }

    private static void require(String name, String value, String group) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("group " + group + " has a header named \"" + name
                    + "\"; a name is letters, digits and !#$%&'*+-.^_`|~");
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (OWN.contains(lowerCase) || lowerCase.startsWith(OWN_PREFIX)) {
            throw new IllegalArgumentException("group " + group + " has the header " + name
                    + ", which the handshake sends by itself; leave it out");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("header " + name + " of group " + group
                    + " has a value that does not fit; a value is visible ASCII characters, and spaces between them");
        }
    }
}
