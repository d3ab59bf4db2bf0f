package io.github.ecsmedic.handler;

import io.github.ecsmedic.handler.Coverage.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How events get from ECS into the queue: late, more than once, in any order, or not at all. */
record Mail(Town town, SimulatedQueue queue, Coverage coverage) {
    /** What came while nobody took anything is there at once. */
    private static final long BACKLOG = 180_000;

    void deliver(SplittableRandom random) {
        long newest = 0;
        List<Town.Fact> facts = new ArrayList<>(town.facts());
        facts.removeIf(Town.Fact::lost);
        facts.sort((a, b) -> Long.compare(a.at(), b.at()));
        boolean reorders = random.nextInt(3) > 0;
        boolean backlog = random.nextInt(4) == 0;
        for (Town.Fact fact : facts) {
            int copies = random.nextInt(4) > 0 ? 1 : 2 + random.nextInt(2);
            for (int copy = 0; copy < copies; copy++) {
                long sent = fact.at() + (reorders ? delay(random) : 500);
                long at = backlog ? (sent / BACKLOG + 1) * BACKLOG : sent;
                if (at < newest) {
                    coverage.saw(Trait.REORDERED);
                }
                newest = Math.max(newest, at);
                queue.send(fact.event(), at);
            }
            if (copies > 1) {
                coverage.saw(Trait.DUPLICATE);
            }
        }
        if (random.nextInt(20) == 0) {
            coverage.saw(Trait.POISON);
            queue.poison("no { JSON", random.nextLong(Town.ACTIVE));
        }
    }

    private static long delay(SplittableRandom random) {
        return random.nextInt(10) == 0 ? random.nextLong(1_200_000) : 200 + random.nextLong(5_000);
    }
}
