package coreloom.sampler.oshi;

import oshi.spi.SystemInfoProvider;
import oshi.util.GlobalConfig;

/** The way into OSHI. Its answers are not to be remembered: each reading is a new one. Must be the first of OSHI that is touched. */
final class Oshi {
    static {
        GlobalConfig.set(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, 0);
    }

    private Oshi() {}

    /** A fresh view of a Linux machine that needs no native code. */
    static SystemInfoProvider nativeFree() {
        return new oshi.nativefree.SystemInfo();
    }

    /** A fresh view of any machine that OSHI knows, through JNA. */
    static SystemInfoProvider nativeAccess() {
        return new oshi.SystemInfo();
    }
}
