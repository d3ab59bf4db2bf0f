package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.check.Round.Lack;
import java.util.List;

/** Compares the GPUs that the task needs with those that each instance has left. */
public final class InstanceGpus implements AboutRoom {
    @Override
    public String id() {
        return "instance-gpus";
    }

    @Override
    public String question() {
        return "Does an instance have the GPUs that the task needs";
    }

    @Override
    public Lack lack() {
        return Lack.GPU;
    }

    @Override
    public String label() {
        return "capacity.placement_gpu";
    }

    @Override
    public String resource() {
        return "GPUs";
    }

    @Override
    public String shortage(Round round, List<Candidate> lacking) {
        return new Shortage(resource(), round.needs().gpus(), Host::gpus).says(round, lacking);
    }
}
