// What is read in the benchmark: the pages that people look at most, and what programs ask for.

import { createTokenInput } from "@/domain/api-token";
import { communiqueSlug } from "@/prisma/seed/communique";
import { createToken } from "@/server/api-tokens";
import { findCommitmentId } from "@/server/commitments";
import { database } from "@/server/database";
import { listDocumentProvisions } from "@/server/provisions";
import type { App } from "./app";

export type Read = { name: string; path: string; headers: Record<string, string> };
/** A read for programs, and the use case by which it reads. */
export type ProgramRead = Read & { reading: () => Promise<unknown> };

/** The pages, as the member's browser asks for them; the commitment is the third of the seeded text. */
export async function pagesOf(app: App): Promise<Read[]> {
  const id = await findCommitmentId(app.member, { slug: communiqueSlug, number: 3 });
  const paths = {
    dashboard: "/ar",
    "document page": `/ar/documents/${communiqueSlug}`,
    "commitment page": `/ar/commitments/${id}`,
    "search in the library": `/ar/evidence?q=${encodeURIComponent("التحالف")}`,
  };
  return Object.entries(paths).map(([name, path]) => ({ name, path, headers: { cookie: app.cookie } }));
}

/** What programs ask for, with a token of the member. */
export async function programReadsOf({ member }: App): Promise<ProgramRead[]> {
  const { token } = await createToken(
    member,
    createTokenInput.parse({ name: "bench", scope: "READ", validDays: "30" }),
  );
  const headers = { authorization: `Bearer ${token}` };
  const document = `/api/v1/documents/${communiqueSlug}`;
  return [
    {
      name: "API: provisions",
      path: `${document}/provisions`,
      headers,
      reading: () => listDocumentProvisions(member, communiqueSlug),
    },
    {
      name: "API: a commitment",
      path: `${document}/commitments/3`,
      headers,
      reading: () => findCommitmentId(member, { slug: communiqueSlug, number: 3 }),
    },
  ];
}

/** Asks once, and throws unless it was answered; a redirection is the answer of some reads. */
export async function ask(address: string, { path, headers }: Read): Promise<Buffer> {
  const send = () => fetch(address + path, { headers, redirect: "manual" });
  // As a browser does: a server that was busy for long closes connections that it kept, just as we use them again.
  const answer = await send().catch(send);
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status >= 400) throw new Error(`${path} was answered with ${answer.status}.`);
  return body;
}

type Told = { query: string; params: string };

/** The longest statement that a use case sends, as the database gets it: that of the main thing that it reads. */
export async function mainStatement(reading: () => Promise<unknown>): Promise<{ sql: string; values: unknown[] }> {
  const told: Told[] = [];
  let listening = true;
  // The client is made with these events; its exported type does not say so.
  const client = database() as unknown as { $on(event: "query", note: (statement: Told) => void): void };
  client.$on("query", (statement) => {
    if (listening) told.push(statement);
  });
  await reading();
  listening = false;
  const [longest] = told.sort((one, other) => other.query.length - one.query.length);
  if (!longest) throw new Error("The use case asked the database nothing.");
  return { sql: longest.query, values: JSON.parse(longest.params) as unknown[] };
}
