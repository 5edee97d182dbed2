// The Next.js server as a child process: started, waited for, and stopped with everything it started itself.

import { type ChildProcess, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { childEnv } from "@/env";
import { nextCommand } from "./build";
import { Explained } from "./command-line";
import { eventually, isAlive, signal } from "./database/processes";

/** A running web server; `ended` gives its exit code or signal, whoever stopped it. */
export type WebServer = { pid: number; ended: Promise<string> };

export type WebServerOptions = {
  dev: boolean;
  port: number;
  settings: Record<string, string>;
  /** Told the process number at once, before the server answers. */
  onSpawn?: (pid: number) => void;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const grace = 10_000;

/** Throws `Explained` when the port cannot be had. */
export async function refuseBusyPort(port: number): Promise<void> {
  const fault = await tryPort(port);
  if (!fault) return;
  const reason = fault === "EADDRINUSE" ? "is in use by another program" : `cannot be opened (${fault})`;
  throw new Explained(
    `Port ${port} ${reason}. Choose another one, for example: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
  );
}

/** Starts the server and waits until it answers. */
export async function startWebServer({ dev, port, settings, onSpawn }: WebServerOptions): Promise<WebServer> {
  const child = spawn(process.execPath, [nextCommand, dev ? "dev" : "start", "--port", String(port)], {
    cwd: root,
    env: childEnv({ ...settings, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" }),
    // A group of its own: Ctrl-C reaches only the start script, which stops things in their order.
    detached: true,
    stdio: ["ignore", dev ? "inherit" : "pipe", "inherit"],
  });
  passOn(child);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, name) => resolve(name ?? `exit code ${code}`));
  });
  const pid = child.pid ?? 0;
  if (pid) onSpawn?.(pid);
  await untilListening(port, ended);
  return { pid, ended };
}

/** Stops a process and all that it started: asked first, forced after ten seconds. */
export async function stopGroup(pid: number): Promise<void> {
  if (!pid) return;
  const group = process.platform === "win32" ? pid : -pid;
  signal(group, "SIGTERM");
  if (!(await eventually(() => !isAlive(pid), grace))) signal(group, "SIGKILL");
  await eventually(() => !isAlive(pid), 5_000);
  signal(group, "SIGKILL");
}

/** Next.js's banner would say the address a second time, and not the public one. */
function passOn(child: ChildProcess): void {
  if (!child.stdout) return;
  const banner = /^\s*(▲ Next\.js|- (Local|Network|Environments):|✓ (Starting|Ready|Running next\.config))|^\s*$/;
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!banner.test(line)) console.log(line);
  });
}

async function untilListening(port: number, ended: Promise<string>): Promise<void> {
  let end: string | undefined;
  ended.then((how) => (end = how));
  while (!(await accepts(port))) {
    if (end) throw new Explained(`The web server did not start (${end}).`);
    await pause(50);
  }
}

function accepts(port: number): Promise<boolean> {
  const probe = connect(port, "localhost");
  return new Promise<boolean>((resolve) => {
    probe.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).finally(() => probe.destroy());
}

function tryPort(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, () => probe.close(() => resolve(null)));
  });
}
