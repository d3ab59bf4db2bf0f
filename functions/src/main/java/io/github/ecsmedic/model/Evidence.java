package io.github.ecsmedic.model;

/**
 * One fact and where it was read.
 *
 * @param source an AWS call ({@code ec2:DescribeRouteTables}), with its age where it is not fresh, {@code event} or {@code message}
 */
public record Evidence(String fact, String source) {}
