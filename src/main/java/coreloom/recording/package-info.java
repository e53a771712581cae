/** Writes a session as it is sampled; owns the file format and its versions. */
package coreloom.recording;
