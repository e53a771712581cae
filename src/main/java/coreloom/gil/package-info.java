/** The emulated interpreter: its lock, as CPython's. */
package coreloom.gil;
