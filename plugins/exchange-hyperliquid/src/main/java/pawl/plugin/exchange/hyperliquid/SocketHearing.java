package pawl.plugin.exchange.hyperliquid;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pawl.api.exchange.FeedHearing;
import pawl.json.MemberWalk;
import pawl.json.NameTable;

/** Recognises the frames of a socket. Keeps nothing between frames. */
final class SocketHearing {
    private static final byte[] CHANNEL = "channel".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COIN = "coin".getBytes(StandardCharsets.US_ASCII);
    private static final int NO_STREAM = -1;
    private static final int NO_REQUEST_ID = -1;
    private static final int STREAMS_OF_A_COIN = 2;

    private final NameTable coins;
    private final MemberWalk members = new MemberWalk();
    private final MemberWalk payload = new MemberWalk();

    /** @param names of the coins, in the order of the plan, in which each has its trades and then its quotes */
    SocketHearing(List<String> names) {
        coins = new NameTable(names);
    }

    void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        members.open(bytes, offset, length);
        int channel = NameTable.ABSENT;
        int coin = NameTable.ABSENT;
        while (members.next()) {
            if (members.isNamed(CHANNEL)) {
                channel = members.find(Channel.table());
            } else if (members.isNamed(DATA)) {
                coin = coin();
            }
        }
        if (members.isWhole()) {
            say(Channel.at(channel), coin, hearing);
        }
    }

    /** The coin that the payload, or the first of its list, names. */
    private int coin() {
        members.open(payload);
        while (payload.next()) {
            if (payload.isNamed(COIN)) {
                return payload.find(coins);
            }
        }
        return NameTable.ABSENT;
    }

    /** The venue answers without the number of a request, and has no farewell. */
    private static void say(Channel channel, int coin, FeedHearing hearing) {
        switch (channel) {
            case TRADES -> hearing.data(coin == NameTable.ABSENT ? NO_STREAM : STREAMS_OF_A_COIN * coin);
            case QUOTE -> hearing.data(coin == NameTable.ABSENT ? NO_STREAM : STREAMS_OF_A_COIN * coin + 1);
            case ACKNOWLEDGEMENT -> hearing.acknowledged(NO_REQUEST_ID);
            case ERROR -> hearing.refused(NO_REQUEST_ID);
            case PONG -> hearing.pong();
            case BOOK, CONTEXT, ALL_CONTEXTS, MIDS, CANDLE -> hearing.data(NO_STREAM);
            case UNKNOWN -> {}
        }
    }
}
