/** The front door: arguments, wiring, lifecycle; the commands. */
package coreloom.app;
