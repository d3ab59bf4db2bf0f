package io.github.ecsmedic.model;

/** Where on a packet's way a hop lies, in the order in which the packet meets them. */
public enum Station {
    TASK("task"),
    NAME("name"),
    SECURITY_GROUP("security-group"),
    NETWORK_ACL("network-acl"),
    ROUTE_TABLE("route-table"),
    GATEWAY_ACL("nat-acl"),
    GATEWAY("gateway"),
    ONWARD_ROUTE("nat-route-table"),
    INTERNET("public-access"),
    ENDPOINT_ACL("endpoint-acl"),
    ENDPOINT_GROUP("endpoint-security-group"),
    ENDPOINT("endpoint"),
    ENDPOINT_POLICY("endpoint-policy"),
    RETURN("return");

    private final String word;

    Station(String word) {
        this.word = word;
    }

    /** What a hop here is called unless its object has a name of its own. */
    public String word() {
        return word;
    }
}
