// Many people who have the workspace open: members with sessions of their own, each with a stream of news.

import { createHmac, randomUUID } from "node:crypto";
import { type ClientRequest, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { secret } from "@/env";
import type { MemberActor } from "@/server/auth/actor";
import { admitMember } from "@/server/auth/admission";
import { auth } from "@/server/auth/better-auth";
import { database, inTransaction } from "@/server/database";

export type Guest = { member: MemberActor; cookie: string };

/** So many new analysts, signed in: by sessions of their own, since proving a password is slow by design. */
export async function addGuests({ workspaceId }: MemberActor, count: number): Promise<Guest[]> {
  const context = await auth().$context;
  const { name } = context.authCookies.sessionToken;
  const guests: Guest[] = [];
  for (let number = 1; number <= count; number++) {
    const person = { name: `محللة ${number}`, email: `guest-${number}@example.org`, emailVerified: true };
    const member = await inTransaction(async (tx) =>
      admitMember(tx, await tx.user.create({ data: { id: randomUUID(), ...person } }), {
        workspaceId,
        role: "ANALYST",
      }),
    );
    const { token } = await context.internalAdapter.createSession(member.userId);
    const signature = createHmac("sha256", secret()).update(token).digest("base64");
    guests.push({ member, cookie: `${name}=${encodeURIComponent(`${token}.${signature}`)}` });
  }
  return guests;
}

type Heard = { number: number; at: number };
export type Crowd = {
  /** For each stream, all that it heard. */
  heard: Heard[][];
  /** Waits until everybody knows the event of this number, for at most ten seconds; says how many do. */
  untilAllKnow: (number: number) => Promise<number>;
  leave: () => void;
};

/** Opens a stream for each guest, shared out over the addresses, and waits until all have heard where things stand. */
export async function listenAll(addresses: readonly string[], guests: readonly Guest[]): Promise<Crowd> {
  const heard: Heard[][] = guests.map(() => []);
  const requests: ClientRequest[] = [];
  const lanes = guests.entries();
  const open = async () => {
    for (const [index, { cookie }] of lanes) {
      const address = addresses[index % addresses.length] as string;
      requests.push(await openStream(`${address}/api/live`, cookie, (news) => heard[index]?.push(news)));
    }
  };
  await Promise.all(Array.from({ length: 20 }, open));
  const untilAllKnow = async (number: number) => {
    const knows = (each: Heard[]) => (each.at(-1)?.number ?? -1) >= number;
    const end = performance.now() + 10_000;
    while (!heard.every(knows) && performance.now() < end) await pause(5);
    return heard.filter(knows).length;
  };
  return {
    heard,
    untilAllKnow,
    leave: () => {
      for (const request of requests) request.destroy();
    },
  };
}

function openStream(url: string, cookie: string, onNews: (news: Heard) => void): Promise<ClientRequest> {
  return new Promise((opened, fail) => {
    const request = get(url, { agent: false, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) return fail(new Error(`${url} was answered with ${answer.statusCode}`));
      let rest = "";
      answer.setEncoding("utf8").on("data", (text: string) => {
        const at = performance.now();
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
          const number = /^data: .*"kind":"changed","number":(\d+)/.exec(line)?.[1];
          if (number) onNews({ number: Number(number), at });
        }
        opened(request);
      });
      answer.on("error", () => {});
    });
    request.on("error", fail);
  });
}

/** The number of the workspace's latest event. */
export async function latestNumber({ workspaceId }: MemberActor): Promise<number> {
  const { eventCount } = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { eventCount: true },
  });
  return eventCount;
}

/** How many of these annotations the database has. */
export function howManyAreKept(ids: string[]): Promise<number> {
  return database().annotation.count({ where: { id: { in: ids } } });
}
