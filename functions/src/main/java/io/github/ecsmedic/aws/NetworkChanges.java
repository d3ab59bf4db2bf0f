package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Hand.Sent;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** What we change in a VPC. */
final class NetworkChanges {
    private final Clients clients;

    NetworkChanges(Clients clients) {
        this.clients = clients;
    }

    /** EC2 takes one of the attributes in a request. */
    Sent send(VpcAttribute attribute) {
        AttributeBooleanValue value =
                AttributeBooleanValue.builder().value(attribute.on()).build();
        ModifyVpcAttributeRequest.Builder request =
                ModifyVpcAttributeRequest.builder().vpcId(attribute.vpc());
        clients.ec2()
                .modifyVpcAttribute((attribute.attribute().equals("enableDnsSupport")
                                ? request.enableDnsSupport(value)
                                : request.enableDnsHostnames(value))
                        .build());
        return new Sent.Done("");
    }

    Sent send(EndpointPrivateDns names) {
        return said(clients.ec2()
                .modifyVpcEndpoint(r -> r.vpcEndpointId(names.endpoint()).privateDnsEnabled(names.on()))
                .returnValue());
    }

    Sent send(EndpointRoute route) {
        return said(clients.ec2()
                .modifyVpcEndpoint(r -> {
                    r.vpcEndpointId(route.endpoint());
                    if (route.there()) {
                        r.addRouteTableIds(route.table());
                    } else {
                        r.removeRouteTableIds(route.table());
                    }
                })
                .returnValue());
    }

    Sent send(Ingress ingress) {
        int port = Integer.parseInt(ingress.port());
        IpPermission rule = IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .userIdGroupPairs(
                        UserIdGroupPair.builder().groupId(ingress.peer()).build())
                .build();
        return said(
                ingress.there()
                        ? clients.ec2()
                                .authorizeSecurityGroupIngress(
                                        r -> r.groupId(ingress.group()).ipPermissions(rule))
                                .returnValue()
                        : clients.ec2()
                                .revokeSecurityGroupIngress(
                                        r -> r.groupId(ingress.group()).ipPermissions(rule))
                                .returnValue());
    }

    /** EC2 says in words whether it did it. */
    private static Sent said(@Nullable Boolean done) {
        return done == null
                ? new Sent.Unknown("the answer does not say whether it was done")
                : done ? new Sent.Done("") : new Sent.Refused("EC2 did not do it", false);
    }
}
