package pawl.fsm;

import java.util.ArrayList;
import java.util.List;
import pawl.api.feature.FeatureFrame;

/** Members of a cluster or an event that a test sets as it likes. */
final class FakeMembers implements ClusterMembers, EventMembers {
    /** One of them. */
    static final class Member {
        TokenState state = TokenState.BUILD;
        boolean isDissipating;
        boolean isLive = true;
        double weight = 1;
        double tierFactor = 1;
        double phaseFactor = 1;
        long lastPriceMantissa;
        final FeatureFrame frame = new FeatureFrame();
    }

    final List<Member> members = new ArrayList<>();

    static FakeMembers of(int count) {
        FakeMembers made = new FakeMembers();
        for (int i = 0; i < count; i++) {
            made.members.add(new Member());
        }
        return made;
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public TokenState state(int member) {
        return members.get(member).state;
    }

    @Override
    public boolean isDissipating(int member) {
        return members.get(member).isDissipating;
    }

    @Override
    public boolean isLive(int member) {
        return members.get(member).isLive;
    }

    @Override
    public double weight(int member) {
        return members.get(member).weight;
    }

    @Override
    public double tierFactor(int member) {
        return members.get(member).tierFactor;
    }

    @Override
    public double phaseFactor(int member) {
        return members.get(member).phaseFactor;
    }

    @Override
    public long lastPriceMantissa(int member) {
        return members.get(member).lastPriceMantissa;
    }

    @Override
    public FeatureFrame frame(int member) {
        return members.get(member).frame;
    }
}
