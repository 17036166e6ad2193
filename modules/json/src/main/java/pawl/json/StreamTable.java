package pawl.json;

import java.util.List;

/**
 * Finds a stream's number in a {@link pawl.api.exchange.FeedPlan} by what a venue's messages name it with: its channel and its symbol.
 * Immutable.
 */
public final class StreamTable {
    private final NameTable channels;
    private final NameTable symbols;
    private final int[][] numbers;

    /** @param names of the streams, each at its number: a channel, a slash and a symbol */
    public StreamTable(List<String> names) {
        List<String> channelNames = names.stream()
                .map(name -> name.substring(0, name.indexOf('/')))
                .distinct()
                .toList();
        List<String> symbolNames = names.stream()
                .map(name -> name.substring(name.indexOf('/') + 1))
                .distinct()
                .toList();
        channels = new NameTable(channelNames);
        symbols = new NameTable(symbolNames);
        numbers = new int[channelNames.size()][symbolNames.size()];
        for (int channel = 0; channel < channelNames.size(); channel++) {
            for (int symbol = 0; symbol < symbolNames.size(); symbol++) {
                numbers[channel][symbol] = names.indexOf(channelNames.get(channel) + '/' + symbolNames.get(symbol));
            }
        }
    }

    /** The channels, each once. */
    public NameTable channels() {
        return channels;
    }

    /** The symbols, each once. */
    public NameTable symbols() {
        return symbols;
    }

    /** The number of the stream of a channel and a symbol, given by their positions; −1 where there is none, or where one is {@link NameTable#ABSENT}. */
    public int number(int channel, int symbol) {
        return channel == NameTable.ABSENT || symbol == NameTable.ABSENT ? -1 : numbers[channel][symbol];
    }
}
