package io.github.ecsmedic.fix;

import java.util.List;

/**
 * One change to the account: its IAM action, its exact CLI text and its inverse. The command that is shown is rendered
 * from the value that would be executed.
 */
public sealed interface Step permits Step.ByHand, Request {
    /** e.g. {@code ec2:ModifyVpcAttribute}. */
    String iamAction();

    /** The arguments of the AWS CLI, {@code aws} first, region included. */
    List<String> argv();

    /** The arguments that take it back; empty when nothing does. */
    List<String> undo();

    /** A change that a person makes: it is printed and never sent. */
    record ByHand(String iamAction, List<String> argv, List<String> undo) implements Step {
        public ByHand {
            argv = List.copyOf(argv);
            undo = List.copyOf(undo);
        }
    }
}
