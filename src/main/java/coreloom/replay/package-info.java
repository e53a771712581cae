/** Plays a session, from a file or a stream, as if it were a machine. */
package coreloom.replay;
