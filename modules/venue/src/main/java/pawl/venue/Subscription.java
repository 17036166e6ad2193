package pawl.venue;

import java.nio.charset.StandardCharsets;

/** One stream on one socket. */
final class Subscription {
    private final VenueSocket socket;
    private final StreamName stream;
    private final byte[] envelopeHead;
    private final boolean isMute;

    /** @param isMute whether it was acknowledged only to stay silent */
    Subscription(VenueSocket socket, StreamName stream, boolean isMute) {
        this.socket = socket;
        this.stream = stream;
        this.isMute = isMute;
        envelopeHead = ("{\"stream\":\"" + stream.name() + "\",\"data\":").getBytes(StandardCharsets.UTF_8);
    }

    VenueSocket socket() {
        return socket;
    }

    StreamName stream() {
        return stream;
    }

    boolean isMute() {
        return isMute;
    }

    /** The envelope up to the payload, with the stream's name as the client wrote it. */
    byte[] envelopeHead() {
        return envelopeHead;
    }
}
