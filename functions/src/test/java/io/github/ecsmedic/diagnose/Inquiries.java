package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Balancers;
import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.account.Names;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.signature.Facts;
import io.github.ecsmedic.signature.Recognition;

/** Inquiries for tests of what is concluded, where nothing may be read. */
final class Inquiries {
    static final Inquiry ABOUT_NOTHING = new Inquiry(
            new Subject("111122223333", "us-east-1", "shop", "orders", "", ""),
            null,
            "",
            new Recognition("unknown.generic", AlertClass.FAILURE, Facts.NONE, false),
            new Unread());

    private Inquiries() {}

    private static final class Unread implements Account {
        @Override
        public Workloads workloads() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Deployments deployments() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Networks networks() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Names names() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Images images() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Balancers balancers() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Capacity capacity() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Vault vault() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Storage storage() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Keys keys() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public LogGroups logGroups() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Roles roles() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Logs logs() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Changes changes() {
            throw new AssertionError("nothing may be read here");
        }

        @Override
        public Diagnosis.Cost cost() {
            return Diagnosis.Cost.NONE;
        }
    }
}
