package pawl.scenario;

import java.util.Arrays;
import java.util.Optional;

/** The tokens of the scenarios, with a price and an open interest of the right order of size; both are the model's. */
enum FanToken {
    CHZ(0.071, 20e6),
    SANTOS(2.4, 3e6),
    ALPINE(0.93, 2.5e6),
    ASR(2.1, 2e6),
    OG(4.3, 1.5e6),
    PSG(1.9, 2e6),
    BAR(1.15, 2e6),
    LAZIO(0.98, 1.2e6),
    PORTO(1.02, 1e6),
    CITY(0.9, 1.4e6),
    JUV(1.05, 1.4e6),
    ATM(1.3, 1.1e6),
    ACM(0.95, 1.2e6),
    ARG(0.78, 1.6e6),
    INTER(0.88, 1e6),
    POR(0.83, 1.2e6),
    SNFT(0.19, 0.5e6),
    BFT(0.08, 0.4e6),
    AFC(0.55, 0.6e6),
    NAP(0.72, 0.5e6),
    GAL(1.7, 0.9e6),
    TRA(0.61, 0.6e6),
    FB(0.04, 0.3e6),
    AVL(0.42, 0.3e6),
    EFC(0.23, 0.3e6),
    LEV(0.38, 0.2e6),
    VCF(0.36, 0.2e6),
    SPURS(0.34, 0.3e6),
    UFC(0.31, 0.4e6),
    MENGO(0.15, 0.4e6);

    private final double price;
    private final double openInterestQuote;

    FanToken(double price, double openInterestQuote) {
        this.price = price;
        this.openInterestQuote = openInterestQuote;
    }

    double price() {
        return price;
    }

    /** In quote units. */
    double openInterestQuote() {
        return openInterestQuote;
    }

    static Optional<FanToken> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(token -> token.symbol().equals(symbol))
                .findFirst();
    }

    String symbol() {
        return name() + "USDT";
    }
}
