package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.VpcAttribute;
import java.util.stream.Stream;

/** Requests to Amazon VPC. */
final class NetworkChangeRows {
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";

    private NetworkChangeRows() {}

    static Stream<Change> networks() {
        return Stream.of(
                attribute(
                        "enableDnsSupport",
                        "EnableDnsSupport",
                        "<enableDnsSupport><value>%s</value></enableDnsSupport>"),
                attribute(
                        "enableDnsHostnames",
                        "EnableDnsHostnames",
                        "<enableDnsHostnames><value>%s</value></enableDnsHostnames>"),
                new Change(
                        "private DNS",
                        new EndpointPrivateDns(Change.REGION, "vpce-1", true),
                        ec2("ModifyVpcEndpoint", "&VpcEndpointId=vpce-1&PrivateDnsEnabled=true"),
                        said("ModifyVpcEndpoint"),
                        "",
                        ENDPOINTS,
                        endpoint("<privateDnsEnabled>false</privateDnsEnabled>"),
                        endpoint("<privateDnsEnabled>true</privateDnsEnabled>")),
                new Change(
                        "route to an endpoint",
                        new EndpointRoute(Change.REGION, "vpce-1", "rtb-1", true),
                        ec2("ModifyVpcEndpoint", "&VpcEndpointId=vpce-1&AddRouteTableId.1=rtb-1"),
                        said("ModifyVpcEndpoint"),
                        "",
                        ENDPOINTS,
                        endpoint("<routeTableIdSet><item>rtb-2</item></routeTableIdSet>"),
                        endpoint("<routeTableIdSet><item>rtb-2</item><item>rtb-1</item></routeTableIdSet>")),
                new Change(
                        "route to an endpoint, taken away",
                        new EndpointRoute(Change.REGION, "vpce-1", "rtb-1", false),
                        ec2("ModifyVpcEndpoint", "&VpcEndpointId=vpce-1&RemoveRouteTableId.1=rtb-1"),
                        said("ModifyVpcEndpoint"),
                        "",
                        ENDPOINTS,
                        endpoint("<routeTableIdSet><item>rtb-1</item></routeTableIdSet>"),
                        endpoint("<routeTableIdSet/>")));
    }

    private static Change attribute(String name, String member, String value) {
        String answer = "<DescribeVpcAttributeResponse><vpcId>vpc-1</vpcId>%s</DescribeVpcAttributeResponse>";
        String other = name.equals("enableDnsSupport")
                ? "<enableDnsHostnames><value>false</value></enableDnsHostnames>"
                : "<enableDnsSupport><value>true</value></enableDnsSupport>";
        return new Change(
                name,
                new VpcAttribute(Change.REGION, "vpc-1", name, true),
                ec2("ModifyVpcAttribute", "&" + member + ".Value=true&VpcId=vpc-1"),
                said("ModifyVpcAttribute"),
                "",
                "ec2:DescribeVpcAttribute",
                answer.formatted(value.formatted(false) + other),
                answer.formatted(value.formatted(true) + other));
    }

    private static String endpoint(String member) {
        return "<DescribeVpcEndpointsResponse><vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId>" + member
                + "</item></vpcEndpointSet></DescribeVpcEndpointsResponse>";
    }

    private static String ec2(String operation, String members) {
        return "/ Action=" + operation + "&Version=2016-11-15" + members;
    }

    private static String said(String operation) {
        return "<" + operation + "Response><requestId>r</requestId><return>true</return></" + operation + "Response>";
    }

    static Stream<Change> groups() {
        String rule =
                "&GroupId=sg-1&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=443&IpPermissions.1.ToPort=443"
                        + "&IpPermissions.1.Groups.1.GroupId=sg-2";
        String shut = group("<ipPermissions/>");
        String open =
                group("<ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>"
                        + "<groups><item><groupId>sg-2</groupId></item></groups></item></ipPermissions>");
        return Stream.of(
                new Change(
                        "ingress",
                        new Ingress(Change.REGION, "sg-1", "443", "sg-2", true),
                        ec2("AuthorizeSecurityGroupIngress", rule),
                        said("AuthorizeSecurityGroupIngress"),
                        "",
                        "ec2:DescribeSecurityGroups",
                        shut,
                        open),
                new Change(
                        "ingress, taken away",
                        new Ingress(Change.REGION, "sg-1", "443", "sg-2", false),
                        ec2("RevokeSecurityGroupIngress", rule),
                        said("RevokeSecurityGroupIngress"),
                        "",
                        "ec2:DescribeSecurityGroups",
                        open,
                        shut));
    }

    private static String group(String rules) {
        return "<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><vpcId>vpc-1</vpcId>"
                + rules + "</item></securityGroupInfo></DescribeSecurityGroupsResponse>";
    }
}
