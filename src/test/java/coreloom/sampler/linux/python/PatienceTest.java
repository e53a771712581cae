package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void triesLessAndLessOftenButNeverGivesUp() {
        Patience patience = new Patience();
        List<Integer> due = IntStream.rangeClosed(1, 1024).filter(occasion -> patience.due()).boxed().toList();
        assertEquals(List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 768, 1024), due);
    }
}
