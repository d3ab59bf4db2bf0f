package io.github.ecsmedic.account;

/** A subnet; {@code owner} is the account that owns it, another one when it is shared. */
public record Subnet(String id, String vpcId, String cidr, String availabilityZone, String owner, int freeAddresses) {}
