package pawl.capture;

/** The formats that a reader recognises, by content (docs/capture-format.md). */
public enum CaptureFormat {
    /** Pawl's own. */
    PAWL("Pawl capture"),
    /** Lines of an arrival stamp and a raw frame, as hftbacktest's collectors write them. */
    STAMPED_LINES("lines of <epoch ms, µs or ns> <raw frame>"),
    /** JSON lines of cryptofeed's raw collection. */
    CRYPTOFEED_LINES("JSON lines of cryptofeed's raw collection (t, conn, ts, data)");

    private final String title;

    CaptureFormat(String title) {
        this.title = title;
    }

    /** For messages. */
    public String title() {
        return title;
    }
}
