package pawl.transport;

import java.io.IOException;

/** What a venue usually does with a connection. */
final class Scripts {
    private static final long CADENCE_MS = 10;

    private Scripts() {}

    /** Acknowledges each request and delivers streams, numbered as named, at a fixed cadence, until the connection ends. */
    static LoopbackServer.Script delivering(int... streams) {
        return peer -> {
            peer.upgrade();
            acknowledgeAll(peer);
            deliver(peer, Long.MAX_VALUE, streams);
        };
    }

    /** Acknowledges, delivers nothing, and keeps the connection. */
    static void acknowledgeInSilence(Peer peer) throws IOException {
        peer.upgrade();
        answerAll(peer, (from, received) -> acknowledge(from, received.text()));
    }

    static void deliver(Peer peer, long times, int... streams) throws IOException {
        for (long i = 0; i < times; i++) {
            for (int stream : streams) {
                peer.data(stream, Long.toString(i));
            }
            if (!peer.waitMs(CADENCE_MS)) {
                return;
            }
        }
    }

    static void acknowledge(Peer peer, String request) throws IOException {
        peer.text("A " + request.split(" ")[1]);
    }

    static void acknowledgeAll(Peer peer) {
        startReading(peer, (from, received) -> acknowledge(from, received.text()));
    }

    interface Answer {
        void to(Peer peer, Peer.Received request) throws IOException;
    }

    /** Reads in a thread of its own: requests go to the answer, pings and a goodbye are answered. */
    static void startReading(Peer peer, Answer answer) {
        Thread.ofVirtual().start(() -> {
            try {
                answerAll(peer, answer);
            } catch (IOException ended) {
                // The writing side ends by it too.
            }
        });
    }

    static void answerAll(Peer peer, Answer answer) throws IOException {
        while (true) {
            Peer.Received received = peer.read();
            switch (received.type()) {
                case Peer.TEXT -> answer.to(peer, received);
                case Peer.PING -> peer.frame(Peer.PONG, true, received.payload());
                case Peer.CLOSE -> {
                    peer.frame(Peer.CLOSE, true, received.payload());
                    peer.reset();
                    return;
                }
                default -> {}
            }
        }
    }

    /** Serves with one script after the other, the last one for all further connections. */
    static LoopbackServer.Script inTurn(LoopbackServer.Script... scripts) {
        return peer -> scripts[Math.min(peer.number(), scripts.length) - 1].serve(peer);
    }
}
