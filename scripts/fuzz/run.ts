// Makes up inputs, one for each number, knocks with them and says what must never happen.

import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import type { Door, Outcome } from "./door";
import type { Journal } from "./journal";
import { makeWorld, type World } from "./world";

type Case = { number: number; door: string; outcome: Outcome; input: unknown };
type Wanted = {
  seed: number;
  numbers: Iterable<number>;
  doors: readonly Door[];
  journal: Journal;
  /** Where all of them are tried; a new one for some hundreds each where it is left out. */
  world?: World;
};

/** However long the input: slower than this is a hang. */
const deadline = 60_000;
/** Who listens, which the process itself keeps up to date. */
const ofTheProcess = ["LiveStream"];
/** Inputs that share a world, so that what they leave neither piles up nor hides anything. */
const aWorld = 400;

/** Makes up the input with a number: the same for the same seed and doors. */
function inputsOf(doors: readonly Door[], seed: number): (number: number) => { door: Door; asked: unknown } {
  const any = fc.oneof(
    ...doors.map((door) => ({
      weight: door.weight * 10,
      arbitrary: door.inputs.map((asked) => ({ door, asked })),
    })),
  );
  return (number) => {
    const [made] = fc.sample(any, { seed: Math.imul(seed, 1_000_003) + number, numRuns: 1 });
    if (!made) throw new Error("There is no input.");
    return made;
  };
}

/** Tries each number in turn and hands its case on before the next. */
export async function run(
  { seed, numbers, doors, journal, world: given }: Wanted,
  tell: (tried: Case) => void,
  begin: (number: number) => void = () => {},
) {
  const inputOf = inputsOf(doors, seed);
  let world = given;
  let tried = 0;
  for (const number of numbers) {
    if (!given && tried % aWorld === 0) world = await makeWorldPatiently();
    tried += 1;
    await journal.written();
    const { door, asked } = inputOf(number);
    begin(number);
    tell({
      number,
      door: door.name,
      outcome: await tryPatiently(door, asked, { world: world as World, journal }),
      input: asked,
    });
  }
}

async function makeWorldPatiently(tries = 3): Promise<World> {
  try {
    return await makeWorld();
  } catch (error) {
    if (tries <= 1 || !starved.test(textOf(error))) throw error;
    await pause(2_000);
    return makeWorldPatiently(tries - 1);
  }
}

/** A machine that is too busy to hand out a connection says nothing of the input: it is tried once more. */
const starved =
  /it hangs|timeout exceeded when trying to connect|connection timeout|in the given time|answered with 503/;

async function tryPatiently(door: Door, asked: unknown, place: { world: World; journal: Journal }): Promise<Outcome> {
  const outcome = await tryOne(door, asked, place);
  if (outcome.kind !== "failed" || !starved.test(outcome.why)) return outcome;
  await pause(2_000);
  await place.journal.written();
  return tryOne(door, asked, place);
}

async function tryOne(
  door: Door,
  asked: unknown,
  { world, journal }: { world: World; journal: Journal },
): Promise<Outcome> {
  const complaints = listenToComplaints();
  const start = performance.now();
  const late = new AbortController();
  const outcome = await Promise.race([
    door.knock(asked, world).catch((error: unknown): Outcome => ({ kind: "failed", why: textOf(error) })),
    pause(deadline, { kind: "failed", why: "it hangs" } as Outcome, { signal: late.signal, ref: false }),
  ]);
  late.abort();
  const said = complaints.end();
  if (outcome.kind === "failed") return { ...outcome, why: `${outcome.why}${said && `\n${said}`}` };
  if (performance.now() - start > deadline) return { kind: "failed", why: "it blocks everybody else for too long" };
  if (Object.keys(Object.prototype).length > 0)
    return { kind: "failed", why: "it changes the prototype of all objects" };
  const mustNotWrite = outcome.kind === "refused" || door.reads?.(asked);
  const written = (await journal.written()).filter(
    (table) => !ofTheProcess.includes(table) && !door.mayWrite.includes(table),
  );
  if (mustNotWrite && written.length > 0)
    return { kind: "failed", why: `it is ${outcome.kind} and writes ${written.join(", ")}` };
  return outcome;
}

/** What the product tells the log of: a failure's cause, which nobody at the door sees. */
function listenToComplaints() {
  const { error } = console;
  const said: string[] = [];
  console.error = (...all: unknown[]) => void said.push(all.map(textOf).join(" "));
  return {
    end: () => {
      console.error = error;
      return said.join("\n").slice(0, 2_000);
    },
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
