package io.github.ecsmedic.account;

import io.github.ecsmedic.account.LoadBalancer.Zone;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The load balancers of an account in memory, for tests.
 *
 * <p>There is one application load balancer in the two zones of the account, whose listener forwards to one target group
 * of addresses, and whose security group is {@link #BALANCER_GROUP}.
 */
public final class FakeBalancers implements Balancers {
    public static final String TARGET_GROUP =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/00000000000000a1";
    public static final String LOAD_BALANCER =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/front/00000000000000b1";
    public static final String LISTENER =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/front/00000000000000b1/00000000000000c1";
    public static final String BALANCER_GROUP = "sg-0ba1";

    /** Answers as the whole account does: an operation may have been told to bring nothing. */
    interface Answering {
        <T> Answer<T> answer(String operation, Supplier<T> value);
    }

    private final Answering answering;
    private final Map<String, TargetGroup> groups = new TreeMap<>();
    private final List<Target> targets = new ArrayList<>();
    private LoadBalancer balancer = new LoadBalancer(
            LOAD_BALANCER,
            "front",
            "application",
            "internet-facing",
            FakeAccount.VPC,
            List.of(BALANCER_GROUP),
            List.of(new Zone("us-east-1a", FakeAccount.NAT_SUBNET), new Zone("us-east-1b", "subnet-0cc3")));
    private boolean forwarding = true;

    FakeBalancers(Answering answering) {
        this.answering = answering;
        groups.put(TARGET_GROUP, group());
    }

    /** Asks for {@code /up} at the port of the target and wants 200. */
    private static TargetGroup group() {
        return new TargetGroup(
                TARGET_GROUP,
                "api",
                "ip",
                FakeAccount.VPC,
                List.of(LOAD_BALANCER),
                new TargetGroup.HealthCheck("HTTP", "traffic-port", "/up", "200", false, 30, 5, 2, 2));
    }

    void group(UnaryOperator<TargetGroup> change) {
        groups.compute(TARGET_GROUP, (_, group) -> change.apply(group == null ? group() : group));
    }

    void withoutGroup() {
        groups.clear();
    }

    void balancer(UnaryOperator<LoadBalancer> change) {
        balancer = change.apply(balancer);
    }

    void withoutListener() {
        forwarding = false;
    }

    void target(Target target) {
        targets.add(target);
    }

    Contents.Balancing contents() {
        return new Contents.Balancing(new TreeMap<>(groups), List.copyOf(targets), balancer, forwarding);
    }

    @Override
    public Answer<Optional<TargetGroup>> targetGroup(String arn) {
        return answering.answer(
                "elasticloadbalancing:DescribeTargetGroups", () -> Optional.ofNullable(groups.get(arn)));
    }

    @Override
    public Answer<List<Target>> targets(String targetGroup) {
        return answering.answer("elasticloadbalancing:DescribeTargetHealth", () -> List.copyOf(targets));
    }

    @Override
    public Answer<Optional<LoadBalancer>> loadBalancer(String arn) {
        return answering.answer(
                "elasticloadbalancing:DescribeLoadBalancers",
                () -> Optional.of(balancer).filter(b -> b.arn().equals(arn)));
    }

    @Override
    public Answer<Optional<Listener>> listener(String loadBalancer, String targetGroup) {
        return answering.answer(
                "elasticloadbalancing:DescribeListeners",
                () -> forwarding ? Optional.of(new Listener(LISTENER, "HTTPS", 443)) : Optional.empty());
    }
}
