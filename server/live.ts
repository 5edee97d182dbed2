// Live updates: whoever listens is told at once that something changed, never what, and who is here.
import { randomUUID } from "node:crypto";
import { authorize, type MemberActor } from "./auth/actor";
import { whoRemains } from "./auth/memberships";
import { database } from "./database";
import { type Channel, listenToDatabase } from "./database-news";
import { log } from "./log";
import type { Person } from "./members";
import { peopleHere, type Stream, sayGone, sayHere } from "./presence";

/** What a listener hears; `number` is that of the workspace's latest event. */
export type News =
  | { kind: "changed"; number: number }
  | { kind: "people"; people: Person[] }
  /** One's own notifications changed, which is nobody else's news. */
  | { kind: "notified" }
  | { kind: "heartbeat" }
  /** Access was taken away, or the process stops: nothing follows. */
  | { kind: "over"; because: "revoked" | "stopping" };

type Listener = Stream & { actor: MemberActor; known: number; people: string; hear: (news: News) => void };
type Hub = {
  listeners: Map<string, Listener>;
  /** Workspaces whose listeners are being told, with the latest number for them. */
  telling: Map<string, number>;
  /** Workspaces of which it is about to be read who is here. */
  reading: Set<string>;
  stop: () => void;
};

const heartbeatEvery = 15_000;
/** A page that is loaded again is gone for a moment, which is nobody's news. */
const leavesAfter = 3_000;
/** Several who come at once, as after a restart, are read once. */
const readsAfter = 100;

const kept = globalThis as { iltizamLive?: Hub; iltizamStops?: boolean };

/**
 * Calls `hear` with what happens in the actor's workspace until the returned function is called.
 * The latest event is told at once unless it is the one already `known`. Refuses: forbidden.
 */
export async function listen(actor: MemberActor, known: number, hear: (news: News) => void): Promise<() => void> {
  authorize(actor, "live:listen");
  if (kept.iltizamStops) {
    hear({ kind: "over", because: "stopping" });
    return () => {};
  }
  const { workspaceId, memberId } = actor;
  const listener: Listener = { id: randomUUID(), workspaceId, memberId, actor, known, people: "", hear };
  // First of all, so that nothing is missed between reading and listening.
  hub().listeners.set(listener.id, listener);
  try {
    tell(listener, await latestNumber(workspaceId));
    await sayHere([listener]);
  } catch (error) {
    leave(listener);
    throw error;
  }
  return () => leave(listener);
}

/** Ends all streams and stops listening, for processes and tests that end. */
export function closeLive(): void {
  const ended = kept.iltizamLive;
  delete kept.iltizamLive;
  ended?.stop();
  for (const { hear } of ended?.listeners.values() ?? []) hear({ kind: "over", because: "stopping" });
}

function hub(): Hub {
  kept.iltizamLive ??= open();
  return kept.iltizamLive;
}

function open(): Hub {
  const stopListening = listenToDatabase({ hear: heard, catchUp: () => orSay(catchUp()) });
  const beat = setInterval(() => orSay(heartbeat()), heartbeatEvery).unref();
  // Next.js waits for open answers before it ends, and these would never end by themselves.
  const end = () => {
    kept.iltizamStops = true;
    closeLive();
  };
  process.once("SIGTERM", end).once("SIGINT", end);
  return {
    listeners: new Map(),
    telling: new Map(),
    reading: new Set(),
    stop() {
      stopListening();
      clearInterval(beat);
      process.off("SIGTERM", end).off("SIGINT", end);
    },
  };
}

const listeners = () => [...(kept.iltizamLive?.listeners.values() ?? [])];
const listenersIn = (workspaceId: string) => listeners().filter((each) => each.workspaceId === workspaceId);

function heard(channel: Channel, payload: string): void {
  const [workspaceId = "", number] = payload.split(":");
  if (channel === "iltizam_notifications") tellMember(payload);
  else if (channel === "iltizam_presence") readPeopleSoon(workspaceId);
  else orSay(pass(workspaceId, Number(number)));
}

/** Tells all listeners of a workspace; those whom the event removed are cut off instead. */
async function pass(workspaceId: string, number: number): Promise<void> {
  if (listenersIn(workspaceId).length === 0) return;
  const { telling } = hub();
  const isUnderWay = telling.has(workspaceId);
  telling.set(workspaceId, number);
  if (isUnderWay) return;
  let latest = number;
  try {
    do {
      latest = telling.get(workspaceId) ?? latest;
      await cutRevoked(listenersIn(workspaceId));
    } while (telling.get(workspaceId) !== latest);
  } finally {
    telling.delete(workspaceId);
    for (const listener of listenersIn(workspaceId)) tell(listener, latest);
  }
}

function tellMember(id: string): void {
  for (const { memberId, hear } of listeners()) if (memberId === id) hear({ kind: "notified" });
}

function tell(listener: Listener, number: number): void {
  if (number <= listener.known) return;
  listener.known = number;
  listener.hear({ kind: "changed", number });
}

async function cutRevoked(asked: Listener[]): Promise<void> {
  const remaining = await whoRemains(asked.map(({ actor }) => actor));
  for (const listener of asked) {
    if (remaining.has(listener.actor)) continue;
    listener.hear({ kind: "over", because: "revoked" });
    leave(listener);
  }
}

/** After the connection was away: the numbers tell who missed something. */
async function catchUp(): Promise<void> {
  const ids = [...new Set(listeners().map(({ workspaceId }) => workspaceId))];
  for (const id of ids) {
    readPeopleSoon(id);
    await pass(id, await latestNumber(id));
  }
}

async function heartbeat(): Promise<void> {
  for (const { hear } of listeners()) hear({ kind: "heartbeat" });
  if (listeners().length === 0) return;
  await cutRevoked(listeners());
  await sayHere(listeners());
}

async function latestNumber(workspaceId: string): Promise<number> {
  const { eventCount } = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { eventCount: true },
  });
  return eventCount;
}

function leave(listener: Listener): void {
  if (!kept.iltizamLive?.listeners.delete(listener.id)) return;
  later(leavesAfter, () => sayGone(listener));
}

/** Read once for all who listen in the workspace: names are what each of its members may see. */
function readPeopleSoon(workspaceId: string): void {
  const { reading } = hub();
  if (reading.has(workspaceId) || listenersIn(workspaceId).length === 0) return;
  reading.add(workspaceId);
  later(readsAfter, async () => {
    reading.delete(workspaceId);
    tellPeople(workspaceId, await peopleHere(workspaceId));
  });
}

/** After a while, unless this has been closed by then. */
function later(wait: number, act: () => Promise<void>): void {
  const opened = kept.iltizamLive;
  setTimeout(() => opened === kept.iltizamLive && orSay(act()), wait).unref();
}

function tellPeople(workspaceId: string, people: Person[]): void {
  const now = JSON.stringify(people);
  for (const listener of listenersIn(workspaceId)) {
    if (listener.people === now) continue;
    listener.people = now;
    listener.hear({ kind: "people", people });
  }
}

/** While the database is away nothing can be told; the next connection or heartbeat makes up for it. */
function orSay(work: Promise<unknown>): void {
  work.catch((error: unknown) => log().error({ err: error }, "live updates"));
}
