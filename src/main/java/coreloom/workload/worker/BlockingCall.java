package coreloom.workload.worker;

import java.io.IOException;

/** One call to the system that may block. A kernel makes it once and hands it to its {@link Context} again and again. */
@FunctionalInterface
interface BlockingCall {
    void run() throws IOException;
}
