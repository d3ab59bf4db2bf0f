package io.github.ecsmedic.fix;

import java.util.ArrayList;
import java.util.List;

/** The one thing that a request changes of a service: no other member is ever sent. */
public sealed interface ServiceSetting {
    /** The options of the AWS CLI, which are also the form in which two are compared. */
    List<String> options();

    /** As text that can be compared. */
    default String text() {
        return String.join(" ", options());
    }

    /** New tasks of the same definition. */
    record NewDeployment() implements ServiceSetting {
        @Override
        public List<String> options() {
            return List.of("--force-new-deployment");
        }
    }

    /** Tasks of another definition, {@code family:revision}. */
    record Definition(String name) implements ServiceSetting {
        @Override
        public List<String> options() {
            return List.of("--task-definition", name);
        }
    }

    /** In so many seconds after a task's start failed health checks do not count. */
    record GracePeriod(int seconds) implements ServiceSetting {
        @Override
        public List<String> options() {
            return List.of("--health-check-grace-period-seconds", Integer.toString(seconds));
        }
    }

    /** So many tasks are to run. */
    record DesiredCount(int tasks) implements ServiceSetting {
        @Override
        public List<String> options() {
            return List.of("--desired-count", Integer.toString(tasks));
        }
    }

    /** How it is rolled out; all of it is sent, because ECS may reset what is left out. */
    record Rollout(int maximumPercent, int minimumHealthyPercent, boolean circuitBreaker, boolean rollback)
            implements ServiceSetting {
        @Override
        public List<String> options() {
            return List.of(
                    "--deployment-configuration",
                    "deploymentCircuitBreaker={enable=" + circuitBreaker + ",rollback=" + rollback + "},maximumPercent="
                            + maximumPercent + ",minimumHealthyPercent=" + minimumHealthyPercent);
        }
    }

    /** Which capacity its tasks are started on. */
    record Strategy(List<Share> shares) implements ServiceSetting {
        public Strategy {
            shares = List.copyOf(shares);
        }

        /** Of the tasks beyond the bases {@code weight} parts start on the provider. */
        public record Share(String provider, int weight, int base) {
            String option() {
                return "capacityProvider=" + provider + ",weight=" + weight + ",base=" + base;
            }
        }

        @Override
        public List<String> options() {
            List<String> options = new ArrayList<>(List.of("--capacity-provider-strategy"));
            shares.forEach(share -> options.add(share.option()));
            return options;
        }
    }
}
