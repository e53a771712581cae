package coreloom.sampler.linux;

import java.nio.file.Path;

/** The files of one thread that tell what it waits for. */
final class WaitFiles implements AutoCloseable {
    private final ProcFile call;
    private final ProcFile stat;
    private final Path task;
    private final OpenFiles files;
    private ProcFile channel;
    private ProcFile children;
    private boolean callTold = true;

    /** {@code stat} is shared with, and closed by, whoever gives it. */
    WaitFiles(Path task, ProcFile stat, OpenFiles files) {
        this.task = task;
        this.stat = stat;
        this.files = files;
        call = new ProcFile(task.resolve("syscall"), files);
    }

    ProcFile call() {
        return call;
    }

    ProcFile stat() {
        return stat;
    }

    /** Needed only where the call is not told. */
    ProcFile channel() {
        if (channel == null) {
            channel = new ProcFile(task.resolve("wchan"), files);
        }
        return channel;
    }

    /** The processes that the thread has started; needed only where it waits for a signal. Not every kernel has it. */
    ProcFile children() {
        if (children == null) {
            children = new ProcFile(task.resolve("children"), files);
        }
        return children;
    }

    /** Whether the kernel lets us see the call, as far as is known. */
    boolean callTold() {
        return callTold;
    }

    /** The call could not be read, and is not tried again. */
    void callRefused() {
        callTold = false;
        call.close();
    }

    @Override
    public void close() {
        call.close();
        if (channel != null) {
            channel.close();
        }
        if (children != null) {
            children.close();
        }
    }
}
