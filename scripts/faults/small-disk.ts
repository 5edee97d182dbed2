// A disk of its own for the data folder, so small that it can be filled: a tmpfs, which root may mount.

import { spawnSync } from "node:child_process";
import { rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const megabytes = 1_024;
const ballast = "ballast";

/** Whether the folder is now such a disk; false where this user may not mount one. */
export function mountSmallDisk(folder: string): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const options = `size=${megabytes}m,mode=0711`;
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "iltizam-faults", folder]).status === 0;
}

export function unmountSmallDisk(folder: string): void {
  // Lazily: a process that is about to end may still be in it.
  spawnSync("umount", ["-l", folder]);
}

/** Leaves no byte free. */
export function fillDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  spawnSync("fallocate", ["-l", String(bavail * bsize), join(folder, ballast)]);
  // What is left of the last pages, and what was freed meanwhile.
  spawnSync("dd", ["if=/dev/zero", `of=${join(folder, ballast)}`, "bs=4k", "oflag=append", "conv=notrunc"]);
}

export function freeDisk(folder: string): void {
  rmSync(join(folder, ballast), { force: true });
}
