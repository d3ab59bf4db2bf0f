package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.check.Round.Lack;
import java.util.List;

/** Compares the memory that the task needs with what each instance has left. */
public final class InstanceMemory implements AboutRoom {
    @Override
    public String id() {
        return "instance-memory";
    }

    @Override
    public String question() {
        return "Does an instance have the memory that the task needs";
    }

    @Override
    public Lack lack() {
        return Lack.MEMORY;
    }

    @Override
    public String label() {
        return "capacity.placement_memory";
    }

    @Override
    public String resource() {
        return "MiB of memory";
    }

    @Override
    public String shortage(Round round, List<Candidate> lacking) {
        return new Shortage(resource(), round.needs().memory(), Host::memory).says(round, lacking);
    }
}
