package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;

/** What a protocol makes of a socket's frames, good and hostile. */
final class HearingCases {
    private static final int RANDOM_FRAMES = 4_000;
    private static final byte[] TELLING =
            Bytes.of("{}[]\",:\\ \0{\"id\":1,\"result\":null,\"op\":\"event\"0123456789-truefalsn");

    private final FeedProtocol protocol;
    private final List<Transcript> transcripts;
    private final List<Answer> answers;

    HearingCases(FeedProtocol protocol, List<Transcript> transcripts, List<Answer> answers) {
        this.protocol = protocol;
        this.transcripts = transcripts;
        this.answers = answers;
    }

    /** The streams of a plan in the order in which they are numbered. */
    static List<FeedStream> streams(FeedProtocol protocol) {
        List<FeedStream> streams = new ArrayList<>();
        protocol.plan().groups().forEach(group -> streams.addAll(group.streams()));
        protocol.plan().polls().forEach(poll -> streams.add(poll.stream()));
        return streams;
    }

    /** A stream's message is data of that stream, by its number in the plan. */
    void data() {
        List<String> names = streams(protocol).stream().map(FeedStream::name).toList();
        int heard = 0;
        for (Transcript transcript : transcripts) {
            if (!transcript.isPolled() && !transcript.stream().isEmpty()) {
                int number = names.indexOf(transcript.stream());
                if (number < 0) {
                    fail(transcript.name() + ": the plan has no stream " + transcript.stream() + "; it has " + names);
                }
                assertEquals(
                        List.of(new Heard.Data(number)),
                        heard(transcript.bytes()),
                        () -> transcript.name() + ": " + Bytes.shown(transcript.bytes()));
                heard++;
            }
        }
        if (heard == 0) {
            fail("no transcript says which stream of the plan it is on");
        }
    }

    void answers() {
        boolean hasAcknowledgement = answers.stream().anyMatch(answer -> answer.heard() instanceof Heard.Acknowledged);
        boolean hasRefusal = answers.stream().anyMatch(answer -> answer.heard() instanceof Heard.Refused);
        boolean hasPong = answers.stream().anyMatch(answer -> answer.heard() instanceof Heard.Pong);
        if (!hasAcknowledgement || !hasRefusal) {
            fail("answers() holds no acknowledgement or no refusal");
        }
        if (protocol.ping().isPresent() && !hasPong) {
            fail("the ping is a message, \"" + protocol.ping().get() + "\", and answers() holds no pong");
        }
        for (Answer answer : answers) {
            assertEquals(List.of(answer.heard()), heard(answer.bytes()), answer::text);
        }
    }

    private List<Heard> heard(byte[] frame) {
        RecordingHearing hearing = new RecordingHearing();
        protocol.hear(frame, 0, frame.length, hearing);
        return hearing.calls();
    }

    /** Every beginning of every frame, every byte changed, and bytes by chance: nothing is thrown, at most one call is made. */
    void anyBytes() {
        List<byte[]> frames = new ArrayList<>();
        transcripts.forEach(transcript -> frames.add(transcript.bytes()));
        answers.forEach(answer -> frames.add(answer.bytes()));
        for (byte[] frame : frames) {
            for (int at = 0; at < frame.length; at++) {
                requireHarmless(Arrays.copyOf(frame, at));
                for (int bit = 0; bit < 8; bit++) {
                    byte[] changed = frame.clone();
                    changed[at] ^= (byte) (1 << bit);
                    requireHarmless(changed);
                }
            }
        }
        for (String deep : new String[] {"[", "{\"a\":", "{\"id\":[", "\"\\"}) {
            requireHarmless(Bytes.repeated(deep, 100_000));
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < RANDOM_FRAMES; round++) {
            byte[] frame = new byte[random.nextInt(120)];
            random.nextBytes(frame);
            for (int i = 0; round % 2 == 0 && i < frame.length; i++) {
                frame[i] = TELLING[(frame[i] & 0xff) % TELLING.length];
            }
            requireHarmless(frame);
        }
    }

    private void requireHarmless(byte[] frame) {
        List<Heard> alone = requireHarmless(frame, frame, 0);
        for (String around : new String[] {"{\"id\":7,\"result\":null}", "9\"}]}", "\\"}) {
            byte[] other = Bytes.of(around);
            byte[] all = Bytes.joined(other, frame, other);
            List<Heard> among = requireHarmless(frame, all, other.length);
            assertEquals(alone, among, () -> "what stands around the frame was looked at: " + Bytes.shown(frame));
        }
    }

    private List<Heard> requireHarmless(byte[] frame, byte[] array, int offset) {
        RecordingHearing hearing = new RecordingHearing();
        byte[] before = array.clone();
        try {
            protocol.hear(array, offset, frame.length, hearing);
        } catch (Throwable fault) {
            throw new AssertionError("hear() must throw nothing: " + Bytes.shown(frame), fault);
        }
        if (hearing.calls().size() > 1) {
            fail("hear() makes one call at most, and made " + hearing.calls() + ": " + Bytes.shown(frame));
        }
        if (!Arrays.equals(before, array)) {
            fail("hear() wrote into the array: " + Bytes.shown(frame));
        }
        int most = streams(protocol).size();
        for (Heard each : hearing.calls()) {
            boolean isInRange = switch (each) {
                case Heard.Data data -> data.stream() >= -1 && data.stream() < most;
                case Heard.Acknowledged acknowledged -> acknowledged.requestId() >= -1;
                case Heard.Refused refused -> refused.requestId() >= -1;
                case Heard.Pong _, Heard.ClosingSoon _ -> true;
            };
            if (!isInRange) {
                fail("hear() said " + each + " of a plan of " + most + " streams: " + Bytes.shown(frame));
            }
        }
        return hearing.calls();
    }

    void allocation() {
        CountingHearing hearing = new CountingHearing();
        List<byte[]> frames = new ArrayList<>();
        transcripts.forEach(transcript -> frames.add(transcript.bytes()));
        answers.forEach(answer -> frames.add(answer.bytes()));
        frames.add(Bytes.of("no frame of the venue"));
        for (byte[] frame : frames) {
            Allocation.requireNone(
                    "hearing " + Bytes.shown(frame), () -> protocol.hear(frame, 0, frame.length, hearing));
        }
        if (hearing.calls() == 0) {
            fail("nothing was heard");
        }
    }
}
