package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.function.Supplier;
import pawl.api.event.EventBatch;
import pawl.api.token.Token;

/** What holds of a pure function of events and a block, be it an extractor or a policy. */
final class PurityCases {
    private static final int TICKS = 4_000;
    private static final int SEEDS = 6;

    private final Supplier<Logic> making;
    private final Token token;
    private final int venues;

    PurityCases(Supplier<Logic> making, Token token, int venues) {
        this.making = making;
        this.token = token;
        this.venues = venues;
    }

    /** How a tick's events are made. */
    private interface Filling {
        void fill(MarketEvents market, EventBatch events, long tick);
    }

    private interface Step {
        void tick(EventBatch events, String when, SplittableRandom random);
    }

    /** Runs ticks of every seed, plain and wild, with a step made anew for each. */
    private void forEachTick(Supplier<Step> making) {
        Filling[] fillings = {MarketEvents::plain, MarketEvents::wild};
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (Filling filling : fillings) {
                Step step = making.get();
                MarketEvents market = new MarketEvents(seed, token, venues);
                SplittableRandom random = new SplittableRandom(seed);
                EventBatch events = new EventBatch();
                for (int i = 0; i < TICKS; i++) {
                    filling.fill(market, events, Lane.FIRST_TICK + i);
                    step.tick(events, "seed " + seed + ", tick " + i, random);
                }
            }
        }
    }

    void stateWords() {
        Logic logic = making.get();
        int words = logic.stateWords();
        if (words < 0) {
            fail("stateWords() is " + words);
        }
        forEachTick(() -> {
            Lane lane = new Lane(token, logic);
            return (events, when, _) -> {
                lane.run(logic, events);
                assertEquals(words, logic.stateWords(), () -> "stateWords() at " + when);
                assertTrue(lane.isGuardWhole(), () -> "words outside the block were written at " + when);
            };
        });
        assertEquals(words, making.get().stateWords(), "stateWords() of another instance");
    }

    /** Two instances that take turns leave what one alone leaves, and so does one that is made anew for a tick. */
    void instancesAgree() {
        forEachTick(() -> {
            Logic one = making.get();
            Logic two = making.get();
            Lane alone = new Lane(token, one);
            Lane turns = new Lane(token, one);
            return (events, when, random) -> {
                Logic next = random.nextInt(50) == 0 ? making.get() : random.nextBoolean() ? one : two;
                alone.run(one, events);
                turns.run(next, events);
                requireSame(alone, turns, "instances that take turns disagree: state lies outside the block", when);
            };
        });
    }

    /** The same tick twice from a copy of the block, as the engine checks it. */
    void sameTickTwice() {
        forEachTick(() -> {
            Logic logic = making.get();
            Lane lane = new Lane(token, logic);
            Lane copy = new Lane(token, logic);
            return (events, when, _) -> {
                copy.copyFrom(lane);
                lane.run(logic, events);
                copy.run(logic, events);
                requireSame(lane, copy, "a tick run twice from copies of the block differs", when);
            };
        });
    }

    /** An instance that is asked about other tokens in between, and one that was before, answers as one that never was. */
    void tokensAreIndependent() {
        Token other = new Token(
                1, token.name() + "2", token.tierName(), token.priceExponent(), token.quantityExponent(), -4, 60);
        forEachTick(() -> {
            Logic busy = making.get();
            Logic idle = making.get();
            Lane own = new Lane(token, busy);
            Lane alone = new Lane(token, idle);
            Lane others = new Lane(other, busy);
            MarketEvents market = new MarketEvents(99, other, venues);
            EventBatch otherEvents = new EventBatch();
            return (events, when, _) -> {
                market.plain(otherEvents, others.tick());
                others.run(busy, otherEvents);
                own.run(busy, events);
                alone.run(idle, events);
                requireSame(alone, own, "what another token did changed this one", when);
            };
        });
    }

    /** A block copied at any tick, as a snapshot does, and gone on with by a new instance. */
    void resumes() {
        forEachTick(() -> {
            Logic one = making.get();
            Lane straight = new Lane(token, one);
            Lane[] resumed = {new Lane(token, one)};
            Logic[] resumedBy = {one};
            return (events, when, random) -> {
                if (random.nextInt(200) == 0) {
                    resumedBy[0] = making.get();
                    Lane next = new Lane(token, resumedBy[0]);
                    next.copyFrom(straight);
                    resumed[0] = next;
                }
                straight.run(one, events);
                resumed[0].run(resumedBy[0], events);
                requireSame(straight, resumed[0], "resumed from a snapshot it differs", when);
            };
        });
    }

    /** Hours without an event, from a block never used and from one in use. */
    void emptyTicks() {
        Logic logic = making.get();
        Lane lane = new Lane(token, logic);
        Lane other = new Lane(token, making.get());
        MarketEvents market = new MarketEvents(1, token, venues);
        EventBatch events = new EventBatch();
        EventBatch none = new EventBatch();
        Logic another = making.get();
        for (int i = 0; i < 30 * TICKS; i++) {
            boolean isBusy = i >= 2 * TICKS && i < 3 * TICKS;
            if (isBusy) {
                market.plain(events, lane.tick());
            }
            lane.run(logic, isBusy ? events : none);
            other.run(another, isBusy ? events : none);
        }
        requireSame(lane, other, "after hours without events instances disagree", "the end");
    }

    /** After an outage, announced, everything goes on. */
    void restarts() {
        forEachTick(() -> {
            Logic one = making.get();
            Logic two = making.get();
            Lane first = new Lane(token, one);
            Lane second = new Lane(token, two);
            return (events, when, random) -> {
                if (random.nextInt(300) == 0) {
                    long missed = random.nextInt(20_000);
                    first.restart(one, missed);
                    second.restart(two, missed);
                }
                first.run(one, events);
                second.run(two, events);
                requireSame(first, second, "after restarts instances disagree", when);
            };
        });
    }

    /** Trades off the book change nothing. */
    void offBookTrades() {
        Logic logic = making.get();
        for (long seed = 1; seed <= SEEDS; seed++) {
            MarketEvents market = new MarketEvents(seed, token, venues);
            Lane without = new Lane(token, logic);
            Lane with = new Lane(token, logic);
            EventBatch events = new EventBatch();
            EventBatch more = new EventBatch();
            for (int i = 0; i < TICKS; i++) {
                market.plain(events, without.tick());
                market.withOffBookTrades(events, more);
                without.run(logic, events);
                with.run(logic, more);
                requireSame(without, with, "trades off the book were not passed over", "seed " + seed + ", tick " + i);
            }
        }
    }

    /** What is lent to be read stays as it was. */
    void eventsStay() {
        forEachTick(() -> {
            Logic logic = making.get();
            Lane lane = new Lane(token, logic);
            return (events, when, _) -> {
                int before = events.modifications();
                lane.run(logic, events);
                assertEquals(before, events.modifications(), () -> "the events were changed at " + when);
            };
        });
    }

    void otherMachine() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        long[] expected = bitsOfARun();
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                assertArrayEquals(expected, bitsOfARun(), () -> "another result in " + tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private long[] bitsOfARun() {
        Logic logic = making.get();
        Lane lane = new Lane(token, logic);
        MarketEvents market = new MarketEvents(5, token, venues);
        EventBatch events = new EventBatch();
        for (int i = 0; i < TICKS; i++) {
            market.plain(events, lane.tick());
            lane.run(logic, events);
        }
        return lane.bits();
    }

    void allocation() {
        Logic logic = making.get();
        Lane lane = new Lane(token, logic);
        MarketEvents market = new MarketEvents(7, token, venues);
        EventBatch[] ticks = new EventBatch[64];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = new EventBatch();
            if (i % 3 != 0) {
                market.plain(ticks[i], Lane.FIRST_TICK + i * 4L);
            }
        }
        int[] next = {0};
        Allocation.requireNone("a tick", () -> lane.run(logic, ticks[next[0]++ & 63]));
    }

    private static void requireSame(Lane expected, Lane actual, String fault, String when) {
        if (!Arrays.equals(expected.bits(), actual.bits())) {
            assertArrayEquals(expected.bits(), actual.bits(), fault + ", at " + when);
        }
    }
}
