// The installation that faults are done to: started as "npm start" does it, on a data folder that is taken away again.

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { childEnv, setEnv } from "@/env";
import { Explained } from "@/scripts/command-line";
import { findRunningDatabase } from "@/scripts/database";
import { eventually } from "@/scripts/database/processes";
import { freePort } from "@/scripts/free-port";
import { familyOf, orphansOf, type Parts, partsOf, signalAll } from "./processes";
import { mountSmallDisk, unmountSmallDisk } from "./small-disk";

/** Against what hangs: a busy machine may take its time. */
const startsWithin = 300_000;

export class Installation {
  readonly address: string;
  readonly #settings: Record<string, string>;
  #process: ChildProcess | null = null;
  #said: string[] = [];
  /** All that ever ran, so that nothing is left when we end. */
  readonly #everyPid = new Set<number>();

  private constructor(
    readonly folder: string,
    port: number,
    readonly hasSmallDisk: boolean,
    settings: Record<string, string>,
  ) {
    this.address = `http://localhost:${port}`;
    this.#settings = {
      DATA_DIR: folder,
      PORT: String(port),
      BASE_URL: this.address,
      ILTIZAM_SECRET: randomBytes(32).toString("hex"),
      WORKER: "inside",
      NODE_OPTIONS: `--import ${new URL("shifted-clock.mjs", import.meta.url).href}`,
      ...settings,
    };
  }

  static async make(settings: Record<string, string>): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), "iltizam-faults-"));
    const hasSmallDisk = mountSmallDisk(folder);
    // Started by root, the database runs as another user, who has to get in.
    await chmod(folder, 0o711);
    const made = new Installation(folder, await freePort(), hasSmallDisk, settings);
    // What we look up ourselves is looked up with the same secret and the same files.
    const { DATA_DIR, BASE_URL, ILTIZAM_SECRET } = made.#settings as Record<string, string>;
    setEnv({ DATA_DIR, BASE_URL, ILTIZAM_SECRET } as Record<string, string>);
    return made;
  }

  get parts(): Parts {
    const parts = partsOf(this.#process?.pid ?? 0, this.folder);
    for (const pid of Object.values(parts)) if (pid) this.#everyPid.add(pid);
    return parts;
  }

  /** Whether nobody of an earlier start is left; they are given a while to end by themselves. */
  hasNoOrphans(): Promise<boolean> {
    return eventually(() => orphansOf(this.#process?.pid ?? 0, this.folder).length === 0, 10_000);
  }

  /** Every process of it, PostgreSQL's own included. */
  get family(): number[] {
    return familyOf(this.#process?.pid ?? 0);
  }

  get runs(): boolean {
    return this.#process !== null && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** The last that it said, for whoever looks for the reason of a failure. */
  get lastWords(): string {
    return this.#said.join("\n");
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
      env: childEnv({ ...this.#settings, DATABASE_URL: undefined }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    let isReady = false;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        isReady ||= line.includes("is ready after");
        this.#said = [...this.#said.slice(-60), line];
      });
    }
    const end = Date.now() + startsWithin;
    while (!isReady) {
      if (!this.runs || Date.now() > end) throw new Explained(`Iltizam did not start:\n${this.lastWords}`);
      await pause(20);
    }
    void this.parts;
  }

  /** Starts it again where the fault ended it, and waits until a program that asks is answered; says whether it had to be started. */
  async recover(isAnswered: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + startsWithin;
    let hadEnded = false;
    for (;;) {
      if (!this.runs) {
        hadEnded = true;
        await this.start();
      }
      if (this.parts.worker !== null && (await isAnswered())) return hadEnded;
      if (Date.now() > end) throw new Explained(`Iltizam did not recover:\n${this.lastWords}`);
      await pause(100);
    }
  }

  async databaseUrl(): Promise<string> {
    const url = await findRunningDatabase(this.folder);
    if (!url) throw new Explained(`There is no database in ${this.folder}.`);
    return url;
  }

  /** Stops it in good order, and takes all away. */
  async remove(): Promise<void> {
    if (this.runs) this.#process?.kill("SIGTERM");
    await eventually(() => !this.runs, 30_000);
    this.#killAll();
    // Whoever outlived it must not keep us waiting for what it says.
    this.#process?.stdout?.destroy();
    this.#process?.stderr?.destroy();
    if (this.hasSmallDisk) unmountSmallDisk(this.folder);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Ends whatever of it still runs, without waiting, for when we are interrupted. */
  abandon(): void {
    this.#killAll();
    if (this.hasSmallDisk) unmountSmallDisk(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #killAll(): void {
    if (!this.runs) return;
    void this.parts;
    signalAll([...this.#everyPid, ...this.family], "SIGKILL");
  }
}
