package coreloom.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first screen needs the host, and must not wait for OSHI or native code. */
class FirstScreenTest {
    @ParameterizedTest
    @EnumSource
    void theHostIsKnownWithoutOshi(ThreadChoice choice) throws Exception {
        try (Child child = Child.start(HostChild.class, "-Xlog:class+load:stdout", "-Dthreads=" + choice)) {
            List<String> lines = child.allLines();
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("host Host[name=")), "no host in " + lines.size() + " lines");
            assertTrue(lines.stream().anyMatch(line -> line.contains(" coreloom.sampler.MachineSource ")), "classes are not listed");
            assertEquals(List.of(), lines.stream().filter(line -> line.contains(" oshi.") || line.contains(" com.sun.jna.")).toList());
        }
    }
}
