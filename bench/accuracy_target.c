/*
 * A program that knows exactly where its time went, and writes it to a file that another process maps while it runs.
 *
 *     accuracy_target mixed|waits|spin THREADS PAGE
 *
 * mixed: threads that compute, that compute and sleep, and that share a lock, more of them than there are cores.
 * waits: each thread spends its time in turn in a lock, asleep, in poll and in fsync (on PAGE.disk), for lengths drawn anew each time.
 * spin:  each thread computes, and counts units.
 *
 * PAGE has for each thread a line of 16 numbers of 8 bytes, written by it alone:
 *
 *     0 thread id                           6 what it is in now: 0 no wait, else 1 + number of the wait     10 units
 *     1 … 4 ns blocked in lock, sleep, poll, fsync; 7 since when
 *     8 its CPU time, ns; 9 its context switches, of both kinds; 11 when these were taken
 *
 * Times are of CLOCK_MONOTONIC. A line whose number 12 is odd is being written.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { LOCK, SLEEP, POLL, DISK };
enum { TID, WAITED, NOW = 6, SINCE, CPU, SWITCHES, UNITS, TAKEN, GUARD, LINE = 16 };
enum { MILLI = 1000000, MICRO = 1000, BLOCK_BYTES = 4096 };

static _Atomic int64_t *page;
static const char *path;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int64_t nanos(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void burn(int64_t length) {
    int64_t end = nanos(CLOCK_THREAD_CPUTIME_ID) + length;
    while (nanos(CLOCK_THREAD_CPUTIME_ID) < end)
        for (volatile int i = 0; i < 2000; i++) {
        }
}

static void nap(int64_t length) {
    struct timespec time = {length / 1000000000, length % 1000000000};
    nanosleep(&time, NULL);
}

/* How long this thread was ready and had no core, so far: the second number of its schedstat; 0 where the kernel does not count it. */
static int64_t run_delay(void) {
    static _Thread_local int file = -1;
    char text[96];
    long long delay = 0;
    if (file < 0)
        file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    ssize_t length = pread(file, text, sizeof text - 1, 0);
    text[length < 0 ? 0 : length] = 0;
    return sscanf(text, "%*s %lld", &delay) == 1 ? delay : 0;
}

/* On-CPU time and run delay within a call are no wait. */
static _Thread_local int64_t ready_before;

static void begin(_Atomic int64_t *line, int wait) {
    ready_before = run_delay() + nanos(CLOCK_THREAD_CPUTIME_ID);
    int64_t now = nanos(CLOCK_MONOTONIC);
    line[GUARD]++;
    line[SINCE] = now;
    line[NOW] = 1 + wait;
    line[GUARD]++;
}

static void end(_Atomic int64_t *line) {
    int64_t now = nanos(CLOCK_MONOTONIC), ready = nanos(CLOCK_THREAD_CPUTIME_ID) + run_delay() - ready_before;
    line[GUARD]++;
    line[WAITED + line[NOW] - 1] += now - line[SINCE] - ready;
    line[NOW] = 0;
    line[GUARD]++;
}

/* Says what the kernel has charged to this thread. */
static void account(_Atomic int64_t *line) {
    struct rusage usage;
    getrusage(RUSAGE_THREAD, &usage);
    int64_t cpu = nanos(CLOCK_THREAD_CPUTIME_ID), taken = nanos(CLOCK_MONOTONIC);
    line[GUARD]++;
    line[CPU] = cpu;
    line[TAKEN] = taken;
    line[SWITCHES] = usage.ru_nvcsw + usage.ru_nivcsw;
    line[GUARD]++;
}

static int64_t drawn(unsigned *seed, int64_t low, int64_t high) {
    return low + (int64_t)((high - low) * (rand_r(seed) / (RAND_MAX + 1.0)));
}

static void mix(long number, _Atomic int64_t *line, unsigned *seed) {
    switch (number % 4) {
    case 0:
        burn(MILLI);
        break;
    case 1:
        burn(drawn(seed, MILLI, 4 * MILLI));
        nap(drawn(seed, MILLI, 3 * MILLI));
        break;
    default:
        pthread_mutex_lock(&lock);
        burn(drawn(seed, 200 * MICRO, MILLI));
        pthread_mutex_unlock(&lock);
        burn(drawn(seed, 200 * MICRO, MILLI));
        if (rand_r(seed) % 4 == 0)
            poll(NULL, 0, 2);
    }
    account(line);
}

static void write_disk(_Atomic int64_t *line, int64_t length) {
    static char block[BLOCK_BYTES];
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    for (int64_t until = nanos(CLOCK_MONOTONIC) + length; file >= 0 && nanos(CLOCK_MONOTONIC) < until;) {
        if (pwrite(file, block, sizeof block, 0) < 0)
            abort();
        begin(line, DISK);
        fsync(file);
        end(line);
    }
    close(file);
}

static void wait_in_turn(_Atomic int64_t *line, unsigned *seed) {
    begin(line, LOCK);
    pthread_mutex_lock(&lock);
    end(line);
    begin(line, SLEEP);
    nap(drawn(seed, 2 * MILLI, 10 * MILLI));
    end(line);
    pthread_mutex_unlock(&lock);
    begin(line, SLEEP);
    nap(drawn(seed, MILLI, 8 * MILLI));
    end(line);
    begin(line, POLL);
    poll(NULL, 0, (int)drawn(seed, 2, 14));
    end(line);
    write_disk(line, drawn(seed, 2 * MILLI, 14 * MILLI));
    burn(drawn(seed, 100 * MICRO, MILLI));
}

static void spin(_Atomic int64_t *line) {
    static const int TURNS = 100000;
    for (volatile int i = 0; i < TURNS; i++) {
    }
    line[UNITS]++;
}

struct work {
    const char *mode;
    long number;
};

static void *work(void *given) {
    struct work mine = *(struct work *)given;
    _Atomic int64_t *line = page + LINE * mine.number;
    unsigned seed = 1 + mine.number;
    line[TID] = syscall(SYS_gettid);
    for (;;) {
        if (strcmp(mine.mode, "mixed") == 0)
            mix(mine.number, line, &seed);
        else if (strcmp(mine.mode, "waits") == 0)
            wait_in_turn(line, &seed);
        else
            spin(line);
    }
    return NULL;
}

int main(int count, char **words) {
    static struct work works[64];
    static char disk[4096];
    long threads = count == 4 ? atol(words[2]) : 0;
    if (threads < 1 || threads > 64) {
        fprintf(stderr, "usage: accuracy_target mixed|waits|spin THREADS PAGE, with 1 <= THREADS <= 64\n");
        return 2;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    snprintf(disk, sizeof disk, "%s.disk", words[3]);
    path = disk;
    int file = open(words[3], O_RDWR);
    page = mmap(NULL, LINE * 8 * threads, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (file < 0 || page == MAP_FAILED) {
        perror(words[3]);
        return 1;
    }
    for (long number = threads - 1; number >= 0; number--) {
        pthread_t thread;
        works[number] = (struct work){words[1], number};
        if (number == 0)
            puts("ready"), fflush(stdout), work(&works[0]);
        else if (pthread_create(&thread, NULL, work, &works[number]) != 0)
            return 1;
    }
}
