// People and programs at work: each writes through a door of the app, one thing after another, and keeps what was acknowledged.

import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { communiqueSlug } from "@/prisma/seed/communique";
import { type ActionName, actionRequest } from "@/scripts/server-action";
import type { Tally } from "./answers";
import type { Chance } from "./random";

/** What the app said it had kept; an edit is a note at a version. */
export type Kept =
  | { kind: "note"; id: string; body: string }
  | { kind: "edit"; id: string; version: number }
  | { kind: "assessment"; id: string }
  | { kind: "evidence"; id: string }
  | { kind: "annotation"; id: string }
  | { kind: "copy"; evidenceId: string; sha256: string }
  | { kind: "export"; id: string };

/** Where and as whom they write. */
export type Desk = {
  address: string;
  cookie: string;
  token: string;
  commitmentIds: string[];
  /** A source that files are handed in for. */
  evidenceId: string;
  /** Whose pages are cited. */
  siteHost: string;
};

type Work = { desk: Desk; tally: Tally; chance: Chance; kept: Kept[] };
type Writer = (work: Work, count: number) => Promise<void>;

const day = "2024-05-20";
/** So that no two runs of the program, or of a fault, write the same. */
let serial = 0;

async function send(work: Work, action: ActionName, place: { page: string; values: Record<string, string> }) {
  const request = await actionRequest(action, place.values);
  const { address, cookie } = work.desk;
  const text = await work.tally.ask("form", `${address}${place.page}`, {
    ...request,
    headers: { ...request.headers, cookie, origin: address },
  });
  if (text === null) return null;
  if (text.includes('"status":"done"')) return text;
  // Asked for too many files, or overtaken by what one's own lost answer had saved: said, and right.
  if (!/"status":"refused","code":"(rate_limited|conflict)"/.test(text)) {
    work.tally.wrong.push(`${action}: neither done nor refused: ${text.slice(0, 200)}`);
  }
  return text.includes('"code":"conflict"') ? text : null;
}

const idIn = (text: string | null, name = "id") =>
  new RegExp(`"value":\\{[^}]*"${name}":"([^"]+)"`).exec(text ?? "")?.[1];

function keep(work: Work, kept: Kept): void {
  work.tally.acknowledged += 1;
  work.kept.push(kept);
}

/** Notes, each of which is edited once or twice. */
const noteTaker =
  (commitment: number): Writer =>
  async (work) => {
    const commitmentId = work.desk.commitmentIds[commitment] as string;
    const page = `/ar/commitments/${commitmentId}`;
    const body = `ملاحظة ${++serial}`;
    const id = idIn(await send(work, "notes.addNote", { page, values: { commitmentId, body, datedOn: day } }));
    if (!id) return;
    keep(work, { kind: "note", id, body });
    const values = { noteId: id, version: "1", body: `${body} معدلة`, datedOn: day };
    const edited = await send(work, "notes.editNote", { page, values });
    if (edited?.includes('"status":"done"')) keep(work, { kind: "edit", id, version: 2 });
  };

/** Assessments, each of which names the one before. */
function assessor(commitment: number): Writer {
  let basedOnId = "";
  return async (work) => {
    const commitmentId = work.desk.commitmentIds[commitment] as string;
    const page = `/ar/commitments/${commitmentId}`;
    const completion = work.chance.pick(["NO_EVIDENCE", "NOT_STARTED", "LIMITED"]);
    const words = { completion, confidence: "LOW", rationale: `لأن ${++serial}`, asOf: day, basedOnId };
    const text = await send(work, "assessments.recordAssessment", { page, values: { commitmentId, ...words } });
    const id = text?.includes('"status":"done"') && idIn(text);
    if (id) keep(work, { kind: "assessment", id });
    // After a conflict, the one that stands is the one to build on: it was ours, and its answer was lost.
    basedOnId = id || (/"current":\{"id":"([^"]+)"/.exec(text ?? "")?.[1] ?? basedOnId);
  };
}

/** A program that marks words, by the Web Annotation Protocol. */
const annotator: Writer = async (work) => {
  const { address, token } = work.desk;
  const text = await work.tally.ask("program", `${address}/api/v1/annotations/`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/ld+json" },
    body: JSON.stringify({
      "@context": "http://www.w3.org/ns/anno.jsonld",
      type: "Annotation",
      motivation: "commenting",
      body: { type: "TextualBody", value: `تعليق ${++serial}`, purpose: "commenting" },
      target: {
        source: `${address}/api/v1/documents/${communiqueSlug}/passages/4.ar.1`,
        selector: { type: "TextPositionSelector", start: 0, end: 10 },
      },
    }),
  });
  if (text === null) return;
  const { id } = JSON.parse(text) as { id: string };
  keep(work, { kind: "annotation", id: id.split("/").at(-1) as string });
};

/** Sources, of which the worker fetches copies, and files that a program hands in. */
const archivist: Writer = async (work) => {
  const { address, token, evidenceId, siteHost, commitmentIds } = work.desk;
  const commitmentId = commitmentIds[4] as string;
  const source = {
    address: `http://${siteHost}/${++serial}`,
    title: `مصدر ${serial}`,
    kind: "NEWS",
    stance: "CONTEXT",
  };
  const attached = await send(work, "evidence.attachEvidence", {
    page: `/ar/commitments/${commitmentId}`,
    values: { commitmentId, language: "ar", ...source },
  });
  const id = idIn(attached, "citationId");
  if (id) keep(work, { kind: "evidence", id });
  const file = new TextEncoder().encode(`نص محفوظ ${++serial}`);
  const answer = await work.tally.ask("program", `${address}/api/v1/evidence/${evidenceId}/captures?name=a.txt`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    body: file,
  });
  const sha256 = createHash("sha256").update(file).digest("hex");
  if (answer !== null) keep(work, { kind: "copy", evidenceId, sha256 });
  await pause(200);
};

/** Files of the summary, written by the worker. */
const exporter: Writer = async (work) => {
  const values = { documentSlug: communiqueSlug, format: "csv", language: "ar" };
  const id = idIn(await send(work, "exports.requestExport", { page: "/ar/reports", values }));
  if (id) keep(work, { kind: "export", id });
  await pause(500);
};

/** Somebody who only reads, and a program that does. */
const reader: Writer = async (work, count) => {
  const { address, cookie, token } = work.desk;
  if (count % 2 === 0) {
    const headers = { authorization: `Bearer ${token}` };
    await work.tally.ask("program", `${address}/api/v1/evidence`, { headers });
    return;
  }
  const page = work.chance.pick(["/ar", "/en/activity", `/ar/documents/${communiqueSlug}`, "/en/evidence"]);
  await work.tally.ask("page", `${address}${page}`, { headers: { cookie } });
};

/** Sets them all to work; the returned function has them stop and waits until the last answer is in. */
export function startWriters(work: Work): () => Promise<void> {
  let stopped = false;
  const everybody = [noteTaker(0), noteTaker(0), noteTaker(1), assessor(2), annotator, archivist, exporter, reader];
  const lanes = everybody.map(async (write) => {
    for (let count = 0; !stopped; count++) {
      const before = work.tally.cut;
      await write(work, count);
      // Nobody hammers at a door behind which nobody is.
      await pause(work.tally.cut > before ? 200 : work.chance.between(5, 40));
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(lanes);
  };
}
