package io.github.ecsmedic.ecs;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands beside a service: what is there and what is not, and the settings of what is. */
public final class FakeObjects {
    private final Set<String> there = new TreeSet<>();
    private final Map<String, String> settings = new TreeMap<>();

    /** It exists, or is on. */
    public FakeObjects with(String what) {
        there.add(what);
        return this;
    }

    /** It is gone, or off. */
    public FakeObjects without(String what) {
        there.remove(what);
        return this;
    }

    /** It has this setting. */
    public FakeObjects with(String what, String setting) {
        settings.put(what, setting);
        return this;
    }

    /** What the request would change, in its own words. */
    public String value(Request request) {
        return switch (request) {
            case EndpointPrivateDns names -> is("private DNS of " + names.endpoint());
            case EndpointRoute route -> is(route.endpoint() + " in " + route.table());
            case Ingress in -> is(in.group() + " admits " + in.peer() + " on " + in.port());
            case LogGroup group -> is("log group " + group.name());
            case MountTarget mount -> is(mount.system() + " in " + mount.subnet());
            case SecretRestore secret -> there.contains("deletion of " + secret.secret()) ? "deleted" : "there";
            case InstanceState state -> there.contains("draining of " + state.instance()) ? "DRAINING" : "ACTIVE";
            case InstanceTermination end -> there.contains("end of " + end.instance()) ? "Terminating" : "InService";
            case TaskProtection protection -> guarded(protection);
            case PullThroughRule rule -> settings.getOrDefault(rule.prefix(), "");
            case GroupSize size -> settings.getOrDefault(size.group(), "");
            case TargetGroupSetting setting -> settings.getOrDefault(setting.group() + " " + setting.setting(), "");
            case DeploymentStop _, ServiceUpdate _, TaskRerun _, TaskStop _, VpcAttribute _ ->
                throw new IllegalStateException("not beside the service: " + request);
        };
    }

    private String is(String what) {
        return Boolean.toString(there.contains(what));
    }

    private String guarded(TaskProtection protection) {
        long on = protection.tasks().stream()
                .filter(task -> there.contains("protection of " + task))
                .count();
        return on == 0 || on == protection.tasks().size() ? Boolean.toString(on > 0) : on + " of them";
    }

    /** Does it. */
    public void send(Request request) {
        switch (request) {
            case EndpointPrivateDns names -> put("private DNS of " + names.endpoint(), names.on());
            case EndpointRoute route -> put(route.endpoint() + " in " + route.table(), route.there());
            case Ingress in -> put(in.group() + " admits " + in.peer() + " on " + in.port(), in.there());
            case LogGroup group -> with("log group " + group.name());
            case MountTarget mount -> with(mount.system() + " in " + mount.subnet());
            case SecretRestore secret -> without("deletion of " + secret.secret());
            case InstanceState state -> put("draining of " + state.instance(), state.draining());
            case InstanceTermination end -> with("end of " + end.instance());
            case TaskProtection protection ->
                protection.tasks().forEach(task -> put("protection of " + task, protection.on()));
            case PullThroughRule rule -> with(rule.prefix(), rule.url());
            case GroupSize size ->
                with(size.group(), size.to().most() + "/" + size.to().desired());
            case TargetGroupSetting setting -> with(setting.group() + " " + setting.setting(), setting.to());
            case DeploymentStop _, ServiceUpdate _, TaskRerun _, TaskStop _, VpcAttribute _ ->
                throw new IllegalStateException("not beside the service: " + request);
        }
    }

    private void put(String what, boolean on) {
        if (on) {
            there.add(what);
        } else {
            there.remove(what);
        }
    }
}
