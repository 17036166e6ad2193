package pawl.api.exchange;

/** Reads frames only to learn which instruments they speak of and how fine their numbers are. May allocate. */
public interface InstrumentSurveyor {
    /** @throws FrameRefusedException when the frame cannot be understood */
    void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException;

    /** What a frame shows of one instrument; reported as often as it is seen. */
    interface Findings {
        /**
         * @param priceDecimals digits after the point in a trade's or quote's price, 0 where the frame holds none
         * @param quantityDecimals digits after the point in a quantity, or in open interest, 0 where the frame holds none
         */
        void instrument(String symbol, int priceDecimals, int quantityDecimals);
    }
}
