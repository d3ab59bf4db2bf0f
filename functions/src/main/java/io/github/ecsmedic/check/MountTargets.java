package io.github.ecsmedic.check;

import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Storage.FileSystem;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.account.Storage.MountTarget;
import io.github.ecsmedic.account.VpcDns;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.Permissions;
import io.github.ecsmedic.network.Permissions.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks whether the task reaches the file system: a mount target in its zone that works, by a name that resolves, through
 * security groups and network ACLs on port 2049.
 *
 * <p>Faults: {@code no-file-system}, {@code not-available}, {@code no-target}, {@code other-zone}, {@code dns-off},
 * {@code not-admitted}, {@code not-let-out}, {@code acl}.
 */
public final class MountTargets implements Check {
    /** Labels of mounts that did not get through, or do not say why. */
    public static final Set<String> LABELS =
            Set.of("storage.efs_dns", "storage.efs_mount_network", "storage.efs_unknown");

    private static final int NFS = 2049;
    private static final String TARGETS = "elasticfilesystem:DescribeMountTargets";

    @Override
    public String id() {
        return "mount-target";
    }

    @Override
    public String question() {
        return "Is there a mount target in the task's zone, and does it admit the task on port 2049";
    }

    @Override
    public Set<String> actions() {
        // Amazon EFS reads the mount target's network interface in the caller's name
        return Reads.actions(
                List.of(FileVolumes.ACTIONS, Place.ACTIONS, new TaskEgress().actions(), new SubnetAcls().actions()),
                "ec2:DescribeNetworkInterfaceAttribute",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeVpcAttribute",
                "elasticfilesystem:DescribeFileSystems",
                "elasticfilesystem:DescribeMountTargetSecurityGroups",
                TARGETS);
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!LABELS.contains(inquiry.seen().label())) {
            return new NotApplicable("the message tells of no mount that did not get through");
        }
        return Reads.then(
                FileVolumes.failing(inquiry),
                (volume, _) -> Reads.then(
                        inquiry.account().storage().fileSystem(volume.fileSystem()),
                        (found, source) -> found.map(system -> system(inquiry, volume, system, source))
                                .orElseGet(() -> failed(
                                        "no-file-system",
                                        Resources.of("file-system", volume.fileSystem()),
                                        "There is no file system " + volume.fileSystem()
                                                + " in this account and region",
                                        source))));
    }

    private static CheckResult system(Inquiry inquiry, FileVolume volume, FileSystem system, String source) {
        if (!system.state().equals("available") && !system.state().equals("updating")) {
            return failed(
                    "not-available",
                    Resources.of("file-system", system.id()),
                    "File system " + system.id() + " is " + system.state(),
                    source);
        }
        return Reads.then(
                Place.wherever(inquiry),
                (place, _) -> Reads.then(
                        inquiry.account().storage().mountTargets(volume.fileSystem()),
                        (targets, from) -> targets(inquiry, volume, place, targets, from)));
    }

    private static CheckResult targets(
            Inquiry inquiry, FileVolume volume, Place place, List<MountTarget> targets, String source) {
        String zone = place.subnet().availabilityZone();
        List<Resource> all = new ArrayList<>(List.of(new Resource("file-system", volume.fileSystem())));
        targets.forEach(t -> all.add(new Resource("mount-target", t.id())));
        all.add(new Resource("zone", zone));
        Resources named = place.resources().and(new Resources(all));
        List<MountTarget> near =
                targets.stream().filter(t -> t.zone().equals(zone)).toList();
        if (near.isEmpty()) {
            Resources worn = named.and(worn(inquiry, targets))
                    .and(Resources.of("target-subnet", place.subnet().id()));
            return targets.isEmpty()
                    ? failed("no-target", worn, "File system " + volume.fileSystem() + " has no mount target", source)
                    : failed(
                            "other-zone",
                            worn,
                            "File system " + volume.fileSystem() + " has mount targets in "
                                    + String.join(
                                            ", ",
                                            targets.stream()
                                                    .map(MountTarget::zone)
                                                    .distinct()
                                                    .sorted()
                                                    .toList())
                                    + ", but none in " + zone + ", the zone of the task",
                            source);
        }
        MountTarget target = near.getFirst();
        if (!target.state().equals("available")) {
            return failed(
                    "not-available",
                    named,
                    "Mount target " + target.id() + " of " + volume.fileSystem() + " is " + target.state(),
                    source);
        }
        return inquiry.seen().label().equals("storage.efs_dns")
                ? name(inquiry, place, target, named, source)
                : way(inquiry, place, target, named);
    }

    /** The groups of the other mount targets, which a new one would best wear as well. */
    private static Resources worn(Inquiry inquiry, List<MountTarget> targets) {
        return !targets.isEmpty()
                        && inquiry.account()
                                        .storage()
                                        .mountTargetGroups(targets.getFirst().id())
                                instanceof Known<List<String>>(List<String> groups, String _)
                ? groups(groups)
                : Resources.NONE;
    }

    private static Resources groups(List<String> ids) {
        return new Resources(
                ids.stream().map(id -> new Resource("file-system-group", id)).toList());
    }

    private static CheckResult name(Inquiry inquiry, Place place, MountTarget target, Resources named, String source) {
        String vpc = place.subnet().vpcId();
        return Reads.then(
                inquiry.account().networks().vpcDns(vpc),
                (dns, from) -> works(dns)
                        ? new Passed(
                                named,
                                new Evidence(
                                        "Mount target " + target.id() + " in " + target.zone() + " is available and "
                                                + vpc + " resolves its name",
                                        source))
                        : failed(
                                "dns-off",
                                named.and(Resources.of("vpc-without-dns", vpc)),
                                "DNS is off in " + vpc + ", so the file system's name does not resolve",
                                from));
    }

    private static boolean works(VpcDns dns) {
        return dns.support() && dns.hostnames();
    }

    private static CheckResult way(Inquiry inquiry, Place place, MountTarget target, Resources named) {
        return Reads.then(inquiry.account().storage().mountTargetGroups(target.id()), (ids, _) -> {
            Resources both = named.and(groups(ids));
            return Reads.then(Peers.groups(inquiry, place), (own, _) -> {
                Resources ends = both.and(new Resources(own.stream()
                        .map(id -> new Resource("security-group", id))
                        .toList()));
                return Reads.then(
                        inquiry.account().networks().securityGroups(ids),
                        (found, source) -> admitted(inquiry, new Ends(place, target, own), found, ends, source));
            });
        });
    }

    private record Ends(Place place, MountTarget target, List<String> own) {
        private Ends {
            own = List.copyOf(own);
        }
    }

    private static CheckResult admitted(
            Inquiry inquiry, Ends ends, List<SecurityGroup> groups, Resources named, String source) {
        if (groups.isEmpty() || groups.size() < named.ids("file-system-group").size()) {
            return new Inconclusive("not every security group is there: " + source);
        }
        String names = String.join(", ", groups.stream().map(SecurityGroup::id).toList());
        Verdict admits = Permissions.admit(
                groups.stream().flatMap(g -> g.ingress().stream()).toList(), NFS, Peers.task(ends.place(), ends.own()));
        return switch (admits) {
            case NO ->
                failed(
                        "not-admitted",
                        named.and(
                                Resources.of("refusing-group", groups.getFirst().id())),
                        "No rule of " + names + ", the security groups of mount target "
                                + ends.target().id() + ", admits the task on port 2049",
                        source);
            case UNKNOWN ->
                new Inconclusive("a prefix list in " + names + " may admit the task: ec2:GetManagedPrefixListEntries");
            case YES -> way(inquiry, ends.target(), named, names, source);
        };
    }

    /** The same questions as for any connection, asked about this one. */
    private static CheckResult way(Inquiry inquiry, MountTarget target, Resources named, String names, String source) {
        Leg leg = new Leg(Stage.VOLUME, target.id(), target.address(), NFS, List.of(), false);
        CheckResult out = new TaskEgress().run(inquiry, leg);
        if (out instanceof Failed failed) {
            return new Failed(
                    "not-let-out",
                    named.and(failed.resources()).and(shut(named)),
                    failed.evidence(),
                    failed.exhibits());
        }
        CheckResult borders = new SubnetAcls().run(inquiry, leg);
        if (borders instanceof Failed failed) {
            return new Failed("acl", named.and(failed.resources()), failed.evidence(), failed.exhibits());
        }
        if (out instanceof Inconclusive || borders instanceof Inconclusive) {
            return out instanceof Inconclusive ? out : borders;
        }
        return new Passed(
                named,
                new Evidence(
                        "Mount target " + target.id() + " is in the task's zone, and " + names
                                + " admits the task on port 2049",
                        source));
    }

    private static Resources shut(Resources named) {
        return Resources.of("shut-group", named.first("security-group"));
    }

    private static CheckResult failed(String fault, Resources named, String says, String source) {
        return new Failed(fault, named, new Evidence(says, source));
    }
}
