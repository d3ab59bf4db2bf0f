package io.github.ecsmedic.cli;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.installation.FakeSite;
import io.github.ecsmedic.installation.Letters;
import io.github.ecsmedic.installation.Posts;
import io.github.ecsmedic.installation.Site;
import java.time.Duration;
import java.time.Instant;

/** The cloud of a command that asks of an installation and of nothing else. */
abstract class SiteCloud implements Cloud, Installations {
    private final FakeSite site;

    SiteCloud(FakeSite site) {
        this.site = site;
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public Account open(String where, Duration budget) {
        throw new IllegalStateException("no account is wanted");
    }

    @Override
    public String obstacle(String where) {
        return "";
    }

    @Override
    public Means means() {
        throw new IllegalStateException("nothing is to be mended");
    }

    @Override
    public Installations installations() {
        return this;
    }

    @Override
    public Instant now() {
        return FakeSite.NOW;
    }

    @Override
    public Site site(String where, Duration budget) {
        return site;
    }

    @Override
    public Posts posts(String where) {
        throw new IllegalStateException("nothing is to be sent");
    }

    @Override
    public Letters letters(String where, String from, String to) {
        throw new IllegalStateException("no letters are wanted");
    }
}
