package pawl.kernel.engine;

import pawl.api.plugin.StateBlock;
import pawl.storage.EngineLog;
import pawl.storage.RecordView;

/** What a tick log says of the venues' adapters: no re-execution can know it, since none decodes. */
final class LoggedAdapters implements AdapterStates {
    private final int venueCount;
    private final StateBlock states;
    private final boolean[] isNew;

    LoggedAdapters(int venueCount) {
        this.venueCount = venueCount;
        states = new StateBlock(new long[venueCount * VenueAdapter.WORDS], 0, venueCount * VenueAdapter.WORDS);
        isNew = new boolean[venueCount];
    }

    /**
     * Takes up a record of the tick that is to run; false where there is no such venue.
     *
     * @param record of type ADAPTER_STATE
     */
    boolean take(RecordView record) {
        int venue = record.venueIndex();
        if (venue >= venueCount) {
            return false;
        }
        for (int word = 0; word < VenueAdapter.WORDS; word++) {
            states.setLong(venue * VenueAdapter.WORDS + word, record.adapterStateWord(word));
        }
        isNew[venue] = true;
        return true;
    }

    /** Goes on from what a snapshot says. */
    void readFrom(StateBlock adapters) {
        states.copyFrom(adapters);
    }

    @Override
    public void appendChanges(long tick, EngineLog log) {
        for (int venue = 0; venue < venueCount; venue++) {
            if (isNew[venue]) {
                log.adapterState(venue, tick, states, venue * VenueAdapter.WORDS);
                isNew[venue] = false;
            }
        }
    }

    @Override
    public void writeTo(StateBlock adapters) {
        adapters.copyFrom(states);
    }
}
