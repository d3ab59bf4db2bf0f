package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.model.AlertClass.JUDGE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.finds;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Fact.ACTION;
import static io.github.ecsmedic.signature.Fact.DENIED_BY;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.RESOURCE;
import static io.github.ecsmedic.signature.Fact.RETRIES;
import static io.github.ecsmedic.signature.Fact.ROLE;
import static io.github.ecsmedic.signature.Fact.STATUS_CODE;
import static io.github.ecsmedic.signature.Fact.SUBNET;

import java.util.List;

/** The task's network interface or an endpoint policy. */
public final class Network {
    private static final Clue INTERFACE = any(
            hasAny("network interface", "NetworkInterface", "network-interface"),
            all(has("ENI"), finds("\\bENIs?\\b")));

    private Network() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                vpcEndpointPolicy(),
                tagPolicy(),
                subnetIpExhausted(),
                eniProvisioning(),
                eniAttach(),
                eniCreateFailed(),
                eniSetup());
    }

    private static Signature vpcEndpointPolicy() {
        return Signature.of(
                "network.vpc_endpoint_policy",
                FAILURE,
                "The policy of a VPC endpoint does not let the request pass",
                hasAny(
                        "no VPC endpoint policy",
                        "explicit deny in a VPC endpoint policy",
                        "explicit deny in VPC endpoint policy",
                        "denied by the VPC endpoint policy"),
                ROLE,
                ACTION,
                RESOURCE,
                DENIED_BY,
                STATUS_CODE,
                RETRIES,
                PHASE);
    }

    private static Signature tagPolicy() {
        return Signature.of(
                "network.tag_policy",
                FAILURE,
                "A tag policy of the organization forbids the tags of the network interface",
                all(
                        not(Phrases.LOG_LINE),
                        hasAny("tag policy", "tag policies", "TagPolicyViolation", "TagPolicyException")),
                SUBNET,
                PHASE);
    }

    private static Signature subnetIpExhausted() {
        return Signature.of(
                "network.subnet_ip_exhausted",
                FAILURE,
                "The subnet has no free address",
                hasAny(
                        "InsufficientFreeAddress",
                        "enough free address",
                        "enough free IP",
                        "no free address",
                        "no free IP",
                        "no available IP",
                        "insufficient IP address",
                        "run out of IP",
                        "out of free IP"),
                SUBNET,
                PHASE);
    }

    private static Signature eniProvisioning() {
        return Signature.of(
                "network.eni_provisioning",
                JUDGE,
                "The network interface was not ready in time; ECS tries again by itself",
                any(
                        has("network interface provisioning"),
                        all(INTERFACE, has("provisioning"), hasAny("timeout", "timed out"))),
                SUBNET,
                PHASE);
    }

    private static Signature eniAttach() {
        return Signature.of(
                "network.eni_attach",
                FAILURE,
                "The network interface could not be attached to the instance",
                any(
                        hasAny(
                                "attach network interface",
                                "attach the network interface",
                                "unused device index",
                                "AttachNetworkInterface",
                                "eni attachment",
                                "network interface attachment failed"),
                        all(
                                INTERFACE,
                                hasAny("attaching", "unable to attach", "failed to attach", "could not attach"))),
                SUBNET,
                Fact.INSTANCE,
                PHASE);
    }

    private static Signature eniCreateFailed() {
        return Signature.of(
                "network.eni_create_failed",
                FAILURE,
                "Amazon EC2 did not create the network interface, and the text does not say why",
                all(
                        not(Phrases.LOG_LINE),
                        any(
                                hasAny(
                                        "create network interface",
                                        "create a network interface",
                                        "CreateNetworkInterface",
                                        "creating network interface",
                                        "creating the network interface"),
                                all(has("unexpected EC2 error"), INTERFACE))),
                SUBNET,
                ROLE,
                ACTION,
                RESOURCE,
                DENIED_BY,
                PHASE);
    }

    private static Signature eniSetup() {
        return Signature.of(
                "network.eni_setup",
                FAILURE,
                "The network interface could not be set up on the host",
                any(
                        hasAny(
                                "ContainerNetworkingError",
                                "failed to configure ENI",
                                "setup network namespace",
                                "set up network namespace",
                                "setup the network namespace",
                                "configure the network namespace",
                                "netplugin",
                                "cni setup",
                                "cni plugin",
                                "cni cleanup",
                                "eni plugin",
                                "ecs-bridge",
                                "ecs-eni",
                                "vpc-branch-eni"),
                        all(not(Phrases.LOG_LINE), has("CNI"), finds("\\bCNI\\b")),
                        all(has("ResourceInitializationError"), INTERFACE, not(hasAny("tag", "attach", "create")))),
                Fact.INSTANCE,
                PHASE);
    }
}
