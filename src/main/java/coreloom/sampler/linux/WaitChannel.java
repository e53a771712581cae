package coreloom.sampler.linux;

import coreloom.snapshot.WaitKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of {@code /proc/PID/task/TID/wchan}: the function of the kernel that the thread is blocked in; {@code 0} when it is not, or when
 * that may not be told. Names change from kernel to kernel, so that what is not known here is {@link WaitKind#OTHER}.
 */
final class WaitChannel {
    /** A function's name begins so. */
    private record Prefix(byte[] bytes, WaitKind kind) {
        Prefix(String name, WaitKind kind) {
            this(name.getBytes(StandardCharsets.US_ASCII), kind);
        }
    }

    private static final Prefix[] PREFIXES = {
        new Prefix("futex_", WaitKind.LOCK), new Prefix("flock_", WaitKind.LOCK), new Prefix("locks_", WaitKind.LOCK),
        new Prefix("fcntl_setlk", WaitKind.LOCK), new Prefix("semctl", WaitKind.LOCK), new Prefix("do_semtimedop", WaitKind.LOCK),
        new Prefix("hrtimer_nanosleep", WaitKind.SLEEP), new Prefix("do_nanosleep", WaitKind.SLEEP),
        new Prefix("common_nsleep", WaitKind.SLEEP), new Prefix("do_wait", WaitKind.CHILD), new Prefix("kernel_wait4", WaitKind.CHILD),
        new Prefix("io_schedule", WaitKind.DISK), new Prefix("folio_wait", WaitKind.DISK), new Prefix("wait_on_page", WaitKind.DISK),
        new Prefix("jbd2_", WaitKind.DISK), new Prefix("xfs_", WaitKind.DISK), new Prefix("ext4_", WaitKind.DISK),
        new Prefix("blk_", WaitKind.DISK), new Prefix("submit_bio", WaitKind.DISK), new Prefix("ep_poll", WaitKind.IO),
        new Prefix("do_epoll", WaitKind.IO), new Prefix("do_poll", WaitKind.IO), new Prefix("do_sys_poll", WaitKind.IO),
        new Prefix("poll_schedule", WaitKind.IO), new Prefix("do_select", WaitKind.IO), new Prefix("wait_woken", WaitKind.IO),
        new Prefix("sk_wait", WaitKind.IO), new Prefix("__skb_wait", WaitKind.IO), new Prefix("unix_", WaitKind.IO),
        new Prefix("inet_", WaitKind.IO), new Prefix("tcp_", WaitKind.IO), new Prefix("pipe_", WaitKind.IO),
        new Prefix("anon_pipe_", WaitKind.IO), new Prefix("io_cqring_wait", WaitKind.IO), new Prefix("n_tty_", WaitKind.IO),
        new Prefix("tty_", WaitKind.IO), new Prefix("eventfd_", WaitKind.IO), new Prefix("read_events", WaitKind.IO)};

    private WaitChannel() {}

    /** Whether the text says where a thread is blocked, rather than that it is not, or that we may not know. */
    static boolean told(byte[] bytes, int length) {
        return length > 0 && bytes[0] != '0' && bytes[0] != '\n';
    }

    /** What the thread waits for; {@link WaitKind#OTHER} where the name says nothing. Allocates nothing. */
    static WaitKind parse(byte[] bytes, int length) {
        for (int i = 0; i < PREFIXES.length; i++) {
            byte[] prefix = PREFIXES[i].bytes();
            if (length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length)) {
                return PREFIXES[i].kind();
            }
        }
        return WaitKind.OTHER;
    }
}
