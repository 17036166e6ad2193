package pawl.api.token;

import pawl.api.decimal.ContractSize;

/**
 * A token as one venue lists it.
 *
 * @param index position in the list that an exchange adapter is created with, from 0; the adapter names it in each event
 * @param venue the venue's name, as its adapter's provider gives it
 * @param venueIndex the venue's priority, 0 first (D3's order inside a flush), at most 255
 * @param symbol the venue's own name for the instrument, as it stands in its messages
 * @param contractSize what one of the venue's contracts is in base units; 1 where it counts in base units
 */
public record Instrument(
        int index, String venue, int venueIndex, String symbol, Token token, ContractSize contractSize) {

    /** An instrument whose venue counts in base units. */
    public Instrument(int index, String venue, int venueIndex, String symbol, Token token) {
        this(index, venue, venueIndex, symbol, token, ContractSize.ONE);
    }

    /** @throws IllegalArgumentException when an index is out of range or the symbol is empty */
    public Instrument {
        if (index < 0 || venueIndex < 0 || venueIndex > 255 || symbol.isEmpty()) {
            throw new IllegalArgumentException(
                    "instrument " + venue + ":" + symbol + ": index " + index + ", venue index " + venueIndex);
        }
    }
}
