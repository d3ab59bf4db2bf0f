package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.check.Round.Lack;
import java.util.List;

/** Compares the CPU units that the task needs with those that each instance has left. */
public final class InstanceCpu implements AboutRoom {
    @Override
    public String id() {
        return "instance-cpu";
    }

    @Override
    public String question() {
        return "Does an instance have the CPU units that the task needs";
    }

    @Override
    public Lack lack() {
        return Lack.CPU;
    }

    @Override
    public String label() {
        return "capacity.placement_cpu";
    }

    @Override
    public String resource() {
        return "CPU units";
    }

    @Override
    public String shortage(Round round, List<Candidate> lacking) {
        return new Shortage(resource(), round.needs().cpu(), Host::cpu).says(round, lacking);
    }
}
