package coreloom.sampler.linux.python;

/**
 * Which file is mapped.
 *
 * @param device major and minor number as the kernel prints them
 * @param inode  0 where no file is mapped
 */
record FileId(String device, long inode) {}
