package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.sampler.Child;
import coreloom.sampler.Fault;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** When the process has no file left: what is kept open is read on, what is new waits and is told of. */
@Tag("machine")
@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is there on Linux only")
class ExhaustedFilesTest {
    @Test
    void readingGoesOnWithWhatIsOpen() throws Exception {
        long parent = ProcessHandle.current().pid();
        String told = ", faults 1 " + Fault.FILES_EXHAUSTED.sentence("/proc/" + parent + "/task/" + parent + "/stat");
        try (Child child = Child.startWithOpenFiles(400, ExhaustedChild.class)) {
            assertEquals(List.of(
                    "own true, parent false, whole true, faults 0 ",
                    "own true, parent false, whole true, faults 0 ",
                    "own true, parent false, whole true" + told,
                    "own true, parent true, whole true" + told), child.allLines());
        }
    }
}
