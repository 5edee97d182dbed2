// Has the inputs tried in a process of their own, and watches it: one that hangs or falls is replaced, and the rest goes on.

import { fork } from "node:child_process";
import { childEnv } from "@/env";
import { endWithUs } from "@/scripts/command-line";
import type { Errand, Report } from "./worker";

export type Asked = { seed: number; from: number; to: number; door?: string };
/** Where the inputs are tried: the settings of an installation, and the address of its running app. */
export type Place = { settings: Record<string, string>; address: string };
export type Failure = { number: number; door: string; why: string; input: string };
export type Found = {
  /** How often each door said what, by the door's name: "accepted", or what it refused with. */
  doors: Map<string, Map<string, number>>;
  failures: Failure[];
  tried: number;
  /** The most memory that the process had at once, in bytes. */
  memory: number;
  seconds: number;
};

/** Longer than any input may take by itself, and than a world takes to be made on a busy machine. */
const patience = 300_000;
/** Some inputs are of many megabytes; beyond this, something is kept that should not be. */
const mostMemory = 2 * 1024 ** 3;

/** Tries all that is asked for. */
export async function atEveryDoor({ door: only, ...asked }: Asked, place: Place): Promise<Found> {
  const found: Found = { doors: new Map(), failures: [], tried: 0, memory: 0, seconds: 0 };
  const start = performance.now();
  for (let from = asked.from; from <= asked.to; ) {
    from = (await oneProcess({ ...asked, from, only, address: place.address }, { ...place, found })) + 1;
  }
  found.seconds = (performance.now() - start) / 1000;
  if (found.memory > mostMemory) {
    const why = `the process came to ${Math.round(found.memory / 2 ** 20)} MB of memory`;
    found.failures.push({ number: asked.to, door: "all", why, input: "" });
  }
  return found;
}

/** Resolves with the number of the last input that was tried. */
function oneProcess(errand: Errand, { settings, found }: Place & { found: Found }): Promise<number> {
  const worker = endWithUs(
    fork(new URL("worker.ts", import.meta.url), {
      execArgv: [
        "--max-old-space-size=1024",
        "--import",
        "tsx",
        "--import",
        new URL("outside-next.mjs", import.meta.url).href,
      ],
      env: childEnv({
        ...settings,
        BASE_URL: "http://localhost:3000",
        NODE_ENV: "production",
        // Every wrong password would have its line.
        LOG_LEVEL: "error",
        SMTP_URL: undefined,
        S3_ENDPOINT: undefined,
      }),
    }),
  );
  let begun = errand.from - 1;
  let done = begun;
  let timer = setTimeout(() => {}, 0);
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => worker.kill("SIGKILL"), patience);
  };
  watch();
  worker.on("message", (report: Report) => {
    watch();
    if ("begins" in report) begun = report.begins;
    if ("number" in report) done = note(found, report);
  });
  worker.send(errand);
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(timer);
      if (code === 0) return resolve(errand.to);
      // Without an input to blame there is nothing to go on from.
      if (begun <= done) return reject(new Error("The process that knocks at the doors fell between two inputs."));
      found.failures.push({ number: begun, door: "?", why: "the process hung or fell", input: "" });
      found.tried += 1;
      resolve(begun);
    });
  });
}

function note(found: Found, report: Extract<Report, { number: number }>): number {
  const { number, door, kind, as, why = "", input = "", memory } = report;
  const said = found.doors.get(door) ?? new Map<string, number>();
  found.doors.set(door, said);
  const what = as ?? kind;
  said.set(what, (said.get(what) ?? 0) + 1);
  found.tried += 1;
  found.memory = Math.max(found.memory, memory);
  if (kind === "failed") {
    found.failures.push({ number, door, why, input });
    console.log(
      `✗ input ${number}, ${door}: ${why.split("\n").slice(0, 6).join("\n    ")}\n    ${input.slice(0, 600)}`,
    );
  } else if (found.tried % 5_000 === 0) console.log(`${found.tried} tried, ${found.failures.length} failed`);
  return number;
}
