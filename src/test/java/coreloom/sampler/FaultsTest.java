package coreloom.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void countsByKindAndTellsTheNewestKind() {
        assertEquals("", faults.newest());
        faults.count(Fault.DENIED, "/proc/1");
        faults.count(Fault.UNCLEAR_LINE, "/proc/2/stat");
        String newest = faults.newest();
        faults.count(Fault.DENIED, "/proc/3");
        assertEquals(newest, faults.newest());
        assertEquals(Fault.UNCLEAR_LINE.sentence("/proc/2/stat"), newest);
        assertEquals(2, faults.count(Fault.DENIED));
        assertEquals(3, faults.total());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasASentenceThatNamesThePlace(Fault fault) {
        String sentence = fault.sentence("<50%s>");
        assertEquals(1, sentence.split("<50%s>", -1).length - 1, sentence);
        assertEquals('.', sentence.charAt(sentence.length() - 1));
        assertFalse(sentence.isBlank());
    }
}
