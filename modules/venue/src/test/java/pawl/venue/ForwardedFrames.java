package pawl.venue;

/** Other frames, of which a test changes something. */
class ForwardedFrames implements VenueFrames {
    private final VenueFrames frames;

    ForwardedFrames(VenueFrames frames) {
        this.frames = frames;
    }

    @Override
    public boolean next() {
        return frames.next();
    }

    @Override
    public String feed() {
        return frames.feed();
    }

    @Override
    public long arrivalNs() {
        return frames.arrivalNs();
    }

    @Override
    public byte[] bytes() {
        return frames.bytes();
    }

    @Override
    public int offset() {
        return frames.offset();
    }

    @Override
    public int length() {
        return frames.length();
    }

    @Override
    public void close() {
        frames.close();
    }
}
