package io.github.ecsmedic.check;

import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.check.Round.Lack;
import java.util.List;

/** Asks whether a port that the task definition fixes is free on an instance. */
public final class InstancePorts implements AboutRoom {
    @Override
    public String id() {
        return "instance-ports";
    }

    @Override
    public String question() {
        return "Is the port of the host that the task needs free on an instance";
    }

    @Override
    public Lack lack() {
        return Lack.PORTS;
    }

    @Override
    public String label() {
        return "capacity.placement_ports";
    }

    @Override
    public String resource() {
        return "free ports";
    }

    @Override
    public String shortage(Round round, List<Candidate> lacking) {
        return "The task needs port " + String.join(", ", round.needs().ports()) + " of its host, which is taken on "
                + round.count(lacking.size()) + " ("
                + String.join(
                        ", ",
                        lacking.stream().limit(3).map(c -> c.host().instance()).toList())
                + (lacking.size() > 3 ? " …)" : ")");
    }
}
