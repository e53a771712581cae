package coreloom.sampler;

import coreloom.snapshot.CoreTable;
import coreloom.snapshot.LogicalCore;
import java.util.List;

/** The door to the cores of the machine. Used by the sampling thread alone. */
public interface CoreReader {
    /** Fills the table with the times of each core that is online; leaves it empty when they cannot be had. Throws nothing. */
    void read(CoreTable into);

    /** Every core of the machine, by ascending id; empty until known. The same list object as long as nothing changed. */
    List<LogicalCore> topology();
}
