package io.github.ecsmedic.account;

/** The two DNS attributes of a VPC; private names of endpoints work only while both are true. */
public record VpcDns(String vpcId, boolean support, boolean hostnames) {}
