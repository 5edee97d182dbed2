// The system user that PostgreSQL runs as: oneself, or, since it refuses root, another one when root starts it.

import { execFileSync, spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { Explained } from "@/scripts/command-line";

/** The user and group to run as; undefined means the user of this process. */
export type Runner = { uid: number; gid: number } | undefined;

/** The little environment that other users' programs get: our settings are not their business. */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: "production",
};

/** Chooses the user; existing data decide, since only their owner may open them. */
export async function chooseRunner(data: string): Promise<Runner> {
  const owner = await stat(data).catch(() => null);
  const me = process.getuid?.();
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me) {
      throw new Explained(
        `The database in ${data} belongs to the user with number ${owner.uid}: start Iltizam as that user.`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findUser("postgres") ?? findUser("iltizam") ?? createUser();
}

/** Whether this user may enter the folder, its parents included. */
export function canEnter(runner: Runner, folder: string): boolean {
  if (!runner) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...runner, cwd: "/", env: bareEnvironment }).status === 0
  );
}

/** Whether this user may run the program. */
export function canRun(runner: Runner, file: string): boolean {
  return spawnSync(file, ["--version"], { ...runner, cwd: "/", env: bareEnvironment }).status === 0;
}

function findUser(name: string): Runner {
  try {
    return { uid: askId("-u", name), gid: askId("-g", name) };
  } catch {
    return undefined;
  }
}

function askId(option: "-u" | "-g", name: string): number {
  return Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

function createUser(): Runner {
  const common = ["--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  // The second command is for systems that have only BusyBox's tools.
  const commands: [string, string[]][] = [
    ["useradd", [...common, "--user-group", "iltizam"]],
    ["adduser", ["-S", "-D", "-H", "iltizam"]],
  ];
  for (const [command, options] of commands) {
    const made = spawnSync(command, options, { stdio: "ignore" }).status === 0;
    const user = made ? findUser("iltizam") : undefined;
    if (user) return user;
  }
  throw new Explained(
    "PostgreSQL refuses to run as root, and no system user could be made for it. Start Iltizam as an ordinary user, or set DATABASE_URL.",
  );
}
