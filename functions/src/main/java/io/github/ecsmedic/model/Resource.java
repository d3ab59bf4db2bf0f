package io.github.ecsmedic.model;

/**
 * One object of the account that a finding is about.
 *
 * @param kind a short word by which fixes find it: {@code vpc}, {@code subnet}, {@code route-table}, {@code endpoint},
 *     {@code nat-gateway}, {@code security-group}, {@code role}, {@code secret}, {@code log-group}, {@code image} …
 * @param id its id, name or ARN
 */
public record Resource(String kind, String id) {}
