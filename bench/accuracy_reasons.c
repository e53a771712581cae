/*
 * Programs of a few lines, each with one known reason for idle cores, or with none. They run until they are killed.
 *
 *     accuracy_reasons spin N            N threads that compute
 *     accuracy_reasons mutex N           N threads that share one lock and compute under it
 *     accuracy_reasons poll N            N threads in poll, woken by nobody
 *     accuracy_reasons sleep N           N threads that sleep 20 ms and compute 1 ms
 *     accuracy_reasons fsync N FILE      N threads that write a block and wait until it is on the disk
 *     accuracy_reasons pipes N           N threads that hand a byte on through pipes, one after the other
 *     accuracy_reasons barrier N         N threads that meet after each round; the first computes for 20 ms, the others for 2 ms
 *     accuracy_reasons turns N           as barrier, but the one with more to do is another one each time
 *     accuracy_reasons pool N            one thread that computes, and every 10 ms has 0.2 ms of work for one of N - 1 that wait for some
 *     accuracy_reasons brief N           N threads at a time, each of which computes for 3 ms and ends
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum { MILLI = 1000000, MOST = 64 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t meeting;
static pthread_cond_t work_is_there = PTHREAD_COND_INITIALIZER;
static long jobs;
static const char *mode, *path;
static int pipes[MOST][2];
static long threads;

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

static int is(const char *name) {
    return strcmp(mode, name) == 0;
}

static void give_or_take(long number) {
    if (number == 0) {
        burn(10 * MILLI);
        pthread_mutex_lock(&lock);
        jobs++;
        pthread_cond_signal(&work_is_there);
        pthread_mutex_unlock(&lock);
        return;
    }
    pthread_mutex_lock(&lock);
    while (jobs == 0)
        pthread_cond_wait(&work_is_there, &lock);
    jobs--;
    pthread_mutex_unlock(&lock);
    burn(MILLI / 5);
}

static void turn(long number) {
    static char block[4096];
    char byte = 0;
    if (is("mutex")) {
        pthread_mutex_lock(&lock);
        burn(2 * MILLI);
        pthread_mutex_unlock(&lock);
        burn(MILLI / 10);
    } else if (is("poll")) {
        struct pollfd one = {pipes[number][0], POLLIN, 0};
        poll(&one, 1, -1);
    } else if (is("sleep")) {
        usleep(20000);
        burn(MILLI);
    } else if (is("fsync")) {
        int file = open(path, O_WRONLY | O_CREAT, 0600);
        if (pwrite(file, block, sizeof block, number * sizeof block) < 0 || fsync(file) != 0)
            abort();
        close(file);
    } else if (is("pipes")) {
        if (read(pipes[number][0], &byte, 1) < 0)
            abort();
        burn(MILLI / 2);
        if (write(pipes[(number + 1) % threads][1], &byte, 1) < 0)
            abort();
    } else if (is("barrier")) {
        burn((number == 0 ? 20 : 2) * MILLI);
        pthread_barrier_wait(&meeting);
    } else if (is("turns")) {
        static _Thread_local long round;
        burn((number == round++ % threads ? 20 : 2) * MILLI);
        pthread_barrier_wait(&meeting);
    } else if (is("pool")) {
        give_or_take(number);
    } else {
        burn(MILLI);
    }
}

static void *work(void *number) {
    for (;;)
        turn((long)number);
    return NULL;
}

static void *live_briefly(void *nothing) {
    burn(3 * MILLI);
    return nothing;
}

static void live_one_after_the_other(void) {
    for (;;) {
        pthread_t some[MOST];
        for (long i = 0; i < threads; i++)
            pthread_create(&some[i], NULL, live_briefly, NULL);
        for (long i = 0; i < threads; i++)
            pthread_join(some[i], NULL);
    }
}

int main(int count, char **words) {
    threads = count > 2 ? atol(words[2]) : 0;
    if (threads < 1 || threads > MOST) {
        fprintf(stderr, "usage: accuracy_reasons MODE THREADS [FILE]\n");
        return 2;
    }
    mode = words[1];
    path = count > 3 ? words[3] : "";
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    pthread_barrier_init(&meeting, NULL, threads);
    for (long i = 0; i < threads; i++)
        if (pipe(pipes[i]) != 0)
            return 1;
    if (is("pipes") && write(pipes[0][1], "", 1) < 0)
        return 1;
    if (is("brief"))
        live_one_after_the_other();
    for (long i = 1; i < threads; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, work, (void *)i) != 0)
            return 1;
    }
    work(NULL);
}
