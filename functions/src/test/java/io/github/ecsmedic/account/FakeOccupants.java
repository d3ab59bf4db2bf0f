package io.github.ecsmedic.account;

import io.github.ecsmedic.account.FakeBalancers.Answering;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Who has which address of an account in memory, for tests. */
public final class FakeOccupants implements Occupants {
    private static final String INTERFACES = "ec2:DescribeNetworkInterfaces";

    private final Answering answering;
    private final Map<String, NetworkInterface> interfaces;
    private final Map<String, String> descriptions = new TreeMap<>();

    FakeOccupants(Answering answering, Map<String, NetworkInterface> interfaces) {
        this.answering = answering;
        this.interfaces = interfaces;
    }

    /** A network interface on which its owner wrote that. */
    public void occupant(NetworkInterface at, String description) {
        interfaces.put(at.id(), at);
        descriptions.put(at.id(), description);
    }

    Map<String, String> descriptions() {
        return new TreeMap<>(descriptions);
    }

    @Override
    public Answer<List<Occupant>> at(String vpcId, String address) {
        return found(i -> i.at().addresses().contains(address));
    }

    @Override
    public Answer<List<Occupant>> described(String vpcId, List<String> wanted) {
        return found(i -> wanted.stream()
                .anyMatch(text -> text.endsWith("*")
                        ? i.description().startsWith(text.substring(0, text.length() - 1))
                        : i.description().equals(text)));
    }

    private Answer<List<Occupant>> found(Predicate<Occupant> wanted) {
        return answering.answer(
                INTERFACES,
                () -> interfaces.values().stream()
                        .map(i -> new Occupant(i, descriptions.getOrDefault(i.id(), "")))
                        .filter(wanted)
                        .toList());
    }
}
