package io.github.ecsmedic.model;

/**
 * One fact and where it was read.
 *
 * @param source an AWS call ({@code ec2:DescribeRouteTables}), {@code event} or {@code message}
 */
public record Evidence(String fact, String source) {}
