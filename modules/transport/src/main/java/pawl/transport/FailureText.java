package pawl.transport;

import io.vertx.core.http.UpgradeRejectedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Failures in words for a user. */
final class FailureText {
    private static final int MOST_CAUSES = 8;

    private FailureText() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < MOST_CAUSES && cause != null; depth++) {
            String known = known(cause);
            if (!known.isEmpty()) {
                return known;
            }
            cause = cause.getCause();
        }
        return textOf(failure);
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case UpgradeRejectedException rejected ->
                "the upgrade was refused with HTTP status " + rejected.getStatus();
            case UnknownHostException unknown -> "the host name cannot be resolved: " + textOf(unknown);
            case CertificateException untrusted -> "the certificate is not trusted: " + textOf(untrusted);
            case SSLException tls when tls.getCause() == null -> "TLS failed: " + textOf(tls);
            case ConnectException refused -> "the connection cannot be made: " + textOf(refused);
            default -> "";
        };
    }

    private static String textOf(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
