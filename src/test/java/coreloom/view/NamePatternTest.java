package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names a typed pattern means. */
class NamePatternTest {
    @ParameterizedTest
    @CsvSource({"'',anything,true", "work,worker-1,true", "WORK,worker-1,true", "ker-1,worker-1,true", "ker-2,worker-1,false", "w*1,worker-1,true",
        "w*2,worker-1,false", "w*r*-1,worker-1,true", "?orker,worker-1,true", "worker-??,worker-1,false", "!work,worker-1,false", "!work,GC,true",
        "'  work ',worker-1,true", "*,x,true", "a*b*c,aXbXbYc,true", "ab,aab,true", "!,x,true"})
    void namesThatContainIt(String typed, String name, boolean meant) {
        assertEquals(meant, NamePattern.of(typed).matches(name));
    }
}
