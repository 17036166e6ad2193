package pawl.kernel.engine;

import java.util.List;

/** In which slot of its block each token keeps its part in a group of tokens: one slot for each, in the order of the groups. */
final class MembershipSlots {
    private final int[][] slots;
    private int most;

    /** @param groups the members of each group, as indices of tokens */
    MembershipSlots(List<List<Integer>> groups, int tokenCount) {
        int[] used = new int[tokenCount];
        slots = new int[groups.size()][];
        for (int group = 0; group < slots.length; group++) {
            List<Integer> members = groups.get(group);
            slots[group] = new int[members.size()];
            for (int member = 0; member < members.size(); member++) {
                slots[group][member] = used[members.get(member)]++;
                most = Math.max(most, used[members.get(member)]);
            }
        }
    }

    int slot(int group, int member) {
        return slots[group][member];
    }

    /** How many slots a block needs: as many as the token that is in most groups. */
    int most() {
        return most;
    }
}
