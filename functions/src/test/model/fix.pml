/*
 * How a fix is applied once: two workers, a queue that delivers more than once, a lease, requests whose answer is lost or
 * that land late, another incident of the same account (unless -DALONE), and (with -DHUMAN) a person who deploys meanwhile.
 *
 * Properties: nothing is done twice; what was found is told; nothing is called fixed that nobody has looked at after it was
 * done; no two fixes at a time; what is sent is about the value that the guards have seen.
 *
 * Each of these leaves out one ingredient of the protocol: NO_SETTLE, NO_PROMPT, NO_INTENT, OTHER_VALUE (with HUMAN),
 * DELETE_ON_ERR, NO_OUTBOX, ACK_EARLY, SAY_OK_EARLY. NO_OWNER leaves out the owner check of the writes and SHORT_LEASE lets a
 * lease run out under its worker: each alone changes nothing, both together do.
 */
#define WORKERS 2
#ifndef TURNS
#define TURNS 4     /* how often each worker starts */
#endif
#ifndef CRASHES
#define CRASHES 3
#endif
#define ATTEMPTS 2
#define NOBODY 0
#define OTHER 3     /* who works on the other incident */
#define DEAD 4      /* the holder is gone and its lease has not run out */
#define FRESH 0     /* the stored intent: a request may go out */
#define YOUNG 1     /* no request may go out any more, one may still land */
#define OLD 2       /* what went out in time has landed or never will */

mtype = { NEW, FOUND, ACTING, ACTED, FIXED, NOT_FIXED, UNKNOWN };

mtype state = NEW;      /* as it is stored */
byte seen;              /* the deployment of the intent */
byte attempt = 1;
bool outbox;            /* a message that waits for its sink */
bool told;
bool acked;             /* the queue has forgotten the event */
byte lease = NOBODY;
byte crashes;
byte age = OLD;         /* of the intent */
bool busy;              /* the other incident is being fixed */

byte deployment;        /* the service's, as AWS shows it */
byte effects;           /* of our requests */
bool good;              /* whether the newest deployment helped */
byte inflight;          /* requests that went out in time and may still land */
bool fresh[WORKERS + 1]; /* its own intent is fresh */
bool answered[WORKERS + 1];
bool lost[WORKERS + 1];

#ifdef NO_OWNER
#define MINE true
#else
#define MINE (lease == me)
#endif

#ifdef NO_SETTLE
#define SETTLED true
#else
#define SETTLED (age == OLD)
#endif

#ifdef NO_PROMPT
#define PROMPT true
#else
#define PROMPT (fresh[me])
#endif

inline crash() {
    if
    :: atomic {
            crashes < CRASHES -> crashes++;
            fresh[me] = false;
            if :: lease == me -> lease = DEAD :: else -> skip fi;
            goto start
        }
    :: true
    fi
}

/* A request on its way: it has an effect or none, and its answer comes back or does not. Nobody waits for a late one. */
proctype Wire(byte me; bool prompt) {
    if
    :: atomic {
            effects++;
            assert(effects <= 1);
            deployment++;
            if
            :: good = true
            :: good = false
            fi;
            if :: prompt -> inflight-- :: else -> skip fi
        }
        if
        :: answered[me] = true
        :: lost[me] = true
        fi
    :: atomic { if :: prompt -> inflight-- :: else -> skip fi; lost[me] = true }
    fi
}

proctype Worker(byte me) {
    byte turn = 0;
    mtype at;
    byte saw;
    byte now;
    bool helped;
    bool looked;

start:
    helped = false;
    looked = false;
    saw = 0;
    now = 0;
    if
    :: atomic { turn < TURNS -> turn++; answered[me] = false; lost[me] = false }
    :: turn == TURNS -> goto end
    fi;
#ifdef ACK_EARLY
    acked = true;
    crash();
#endif
    if
    :: atomic { lease == NOBODY -> lease = me }
    :: lease != NOBODY -> goto start
    fi;

next:
    at = state;
    if
    :: at == NEW ->
        if
        :: acked -> goto release /* nothing brings the event back */
        :: !acked
        fi;
        crash();
#ifdef NO_OUTBOX
        atomic { if :: MINE && state == NEW -> state = FOUND :: else -> goto release fi };
        crash();
        told = true;
#else
        atomic { if :: MINE && state == NEW -> state = FOUND; outbox = true :: else -> goto release fi };
#endif
        crash();
        acked = true;
        goto next

    :: at == FOUND ->
        acked = true;
        /* the guards */
        atomic { if :: busy -> goto release :: else -> saw = deployment fi };
        now = deployment;
#ifndef OTHER_VALUE
        if
        :: now != saw -> /* the guards have judged something else */
            atomic { if :: MINE && state == FOUND -> state = UNKNOWN; outbox = true :: else -> goto release fi };
            goto release
        :: now == saw
        fi;
#endif
        crash();
#ifndef NO_INTENT
        atomic {
            if
            :: MINE && state == FOUND -> assert(!busy); state = ACTING; seen = now; age = FRESH; fresh[me] = true
            :: else -> goto release
            fi
        };
        crash();
#else
        fresh[me] = true;
#endif
        if
        :: deployment != now -> /* somebody else was there */
            atomic { if :: MINE -> state = UNKNOWN; age = OLD; outbox = true :: else -> goto release fi };
            goto release
        :: deployment == now
        fi;
        assert(now == saw);
        if
        :: atomic {
                PROMPT -> answered[me] = false; lost[me] = false;
                if :: fresh[me] -> inflight++; run Wire(me, true) :: else -> run Wire(me, false) fi
            }
        :: atomic {
                !PROMPT ->
                if
                :: MINE && state == ACTING && attempt < ATTEMPTS -> state = FOUND; age = OLD; attempt++
                :: MINE && state == ACTING && attempt == ATTEMPTS -> state = UNKNOWN; age = OLD; outbox = true
                :: else -> skip
                fi;
                goto release
            }
        fi;
        crash();
        if
        :: answered[me] ->
            crash();
            atomic {
                fresh[me] = false;
                if :: MINE -> state = ACTED; age = OLD; outbox = true :: else -> goto release fi
            };
            goto next
        :: lost[me] ->
            fresh[me] = false;
#ifdef DELETE_ON_ERR
            atomic { if :: MINE -> state = FOUND; age = OLD :: else -> skip fi };
#endif
            goto release
        fi

    :: at == ACTING ->
        if
        :: SETTLED
        :: !SETTLED -> goto release
        fi;
        crash();
        atomic {
            age = OLD;
            if
            :: deployment != seen ->
                if :: MINE && state == ACTING -> state = ACTED; outbox = true :: else -> goto release fi
            :: deployment == seen && attempt < ATTEMPTS ->
                if :: MINE && state == ACTING -> state = FOUND; attempt++ :: else -> goto release fi
            :: deployment == seen && attempt == ATTEMPTS ->
                if :: MINE && state == ACTING -> state = UNKNOWN; outbox = true :: else -> goto release fi
            fi
        };
        goto next

    :: at == ACTED ->
#ifdef SAY_OK_EARLY
        helped = true;
#else
        helped = good;
        looked = true;
#endif
        crash();
        if
        :: helped -> atomic {
                if :: MINE && state == ACTED -> assert(looked); state = FIXED; outbox = true :: else -> goto release fi
            }
        :: !helped -> atomic {
                if :: MINE && state == ACTED -> state = NOT_FIXED; outbox = true :: else -> goto release fi
            }
        fi;
        goto release

    :: at == FIXED || at == NOT_FIXED || at == UNKNOWN ->
        goto release
    fi;

release:
    atomic { fresh[me] = false; if :: lease == me -> lease = NOBODY :: else -> skip fi };
    goto start;

end:
    skip
}

/* The other incident: fixed once, when nothing else is under way. */
proctype Another() {
    atomic { lease == NOBODY -> lease = OTHER };
    if
    :: state == ACTING || state == ACTED -> goto release
    :: else
    fi;
#ifdef NO_OWNER
    atomic { assert(state != ACTING && state != ACTED); busy = true };
#else
    atomic {
        if :: lease == OTHER -> assert(state != ACTING && state != ACTED); busy = true :: else -> goto release fi
    };
#endif
    busy = false;
release:
    atomic { if :: lease == OTHER -> lease = NOBODY :: else -> skip fi }
}

/* Leases run out, without SHORT_LEASE never under a worker that lives; intents grow old. */
active proctype Time() {
end:
    do
#ifdef SHORT_LEASE
    :: atomic { lease != NOBODY -> lease = NOBODY }
#else
    :: atomic { lease == DEAD -> lease = NOBODY }
#endif
    :: atomic { age == FRESH -> age = YOUNG; fresh[1] = false; fresh[2] = false }
    :: atomic { age == YOUNG && inflight == 0 -> age = OLD }
    od
}

active proctype Dispatcher() {
end:
    do
    :: atomic { outbox -> outbox = false; told = true }
    od
}

#ifdef HUMAN
active proctype Human() {
    if
    :: atomic { deployment++; if :: good = true :: good = false fi }
    :: true
    fi
}
#endif

/* When nothing moves any more: what the queue has forgotten is stored and told. */
active proctype End() {
    timeout -> assert(!acked || told)
}

init {
    atomic {
        run Worker(1);
        run Worker(2);
#ifndef ALONE
        run Another()
#endif
    }
}
