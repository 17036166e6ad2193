package pawl.kernel.engine;

import pawl.api.plugin.StateBlock;
import pawl.storage.EngineLog;

/** Adapters that decode the frames of the run. */
final class AskedAdapters implements AdapterStates {
    private final VenueInput[] inputs;
    private final StateBlock states;

    AskedAdapters(VenueInput[] inputs) {
        this.inputs = inputs;
        states = new StateBlock(new long[inputs.length * VenueAdapter.WORDS], 0, inputs.length * VenueAdapter.WORDS);
    }

    @Override
    public void appendChanges(long tick, EngineLog log) {
        for (int venue = 0; venue < inputs.length; venue++) {
            if (inputs[venue].takeChange()) {
                inputs[venue].writeTo(states);
                log.adapterState(venue, tick, states, venue * VenueAdapter.WORDS);
            }
        }
    }

    @Override
    public void writeTo(StateBlock adapters) {
        for (VenueInput input : inputs) {
            input.writeTo(adapters);
        }
    }
}
