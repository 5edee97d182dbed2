import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { mostCopied } from "@/domain/capture-terms";
import { setEnv } from "@/env";
import { captureNow, getCapture, getCaptureFile, getShownFile, listCaptures, uploadCapture } from "@/server/captures";
import { database } from "@/server/database";
import { FetchFailure } from "@/server/fetching/failure";
import { addMember, attach, eventsOf, makeTeam, type Team } from "../cast";

// How files are read is another promise; here all that begins with "<" is a page, and "?" is of an unknown kind.
vi.mock("@/server/fetching/keep-page", () => ({
  keepPage: async ({ bytes }: { bytes: Buffer }) => {
    const text = bytes.toString("utf8");
    if (text.startsWith("?")) throw new FetchFailure("unsupported_type");
    const isPage = text.startsWith("<");
    const shown = isPage ? Buffer.from(`inert ${text}`) : null;
    return { mediaType: isPage ? "text/html" : "text/plain", title: null, language: null, text, shown };
  },
}));

let directory: string;
let team: Team;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "iltizam-files-"));
  setEnv({ DATA_DIR: directory });
  team = await makeTeam();
});
afterAll(() => rm(directory, { recursive: true }));

let addresses = 0;
async function aSource(): Promise<string> {
  const address = `https://example.org/${addresses++}`;
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string, { address });
  return (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
}
const upload = (evidenceId: string, text: string, fileName = "source.html") =>
  uploadCapture(team.analyst, { evidenceId, fileName, bytes: Buffer.from(text) });

describe("a file that is handed in", () => {
  test("is kept as it came, with who did it and what it was called, and history knows", async () => {
    const id = await aSource();
    const { id: captureId, number } = await upload(id, "<p>words</p>", "C:\\Users\\leila\\صفحة\u202e.html");
    const { captures, source } = await listCaptures(team.reader, id);
    expect(captures).toMatchObject([
      {
        id: captureId,
        number,
        origin: "UPLOADED",
        fileName: "صفحة.html",
        finalAddress: null,
        httpStatus: null,
        takenBy: { memberId: team.analyst.memberId },
        shows: "page",
      },
    ]);
    // Of the address it says nothing.
    expect(source.health).toBe("UNCHECKED");
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "evidence.captured",
      memberId: team.analyst.memberId,
      subjectId: id,
      data: { origin: "UPLOADED", number: 1, captureId },
    });
    const file = await getCaptureFile(team.reader, captureId);
    expect(file).toMatchObject({ name: "صفحة.html", plainName: "copy-1.html", mediaType: "text/html" });
    expect(Buffer.from(file.bytes).toString()).toBe("<p>words</p>");
    expect(Buffer.from(await getShownFile(team.reader, captureId)).toString()).toBe("inert <p>words</p>");
  });

  test("is refused where it is too large, empty, or of a kind that is not kept", async () => {
    const id = await aSource();
    const refused = (fields: object) => ({ code: "invalid", detail: { fields } });
    const large = { evidenceId: id, fileName: "", bytes: new Uint8Array(mostCopied + 1) };
    await expect(uploadCapture(team.analyst, large)).rejects.toMatchObject(refused({ file: "file_too_large" }));
    await expect(upload(id, "")).rejects.toMatchObject(refused({ file: "unsupported_file" }));
    await expect(upload(id, "?")).rejects.toMatchObject(refused({ file: "unsupported_file" }));
    expect((await listCaptures(team.reader, id)).captures).toEqual([]);
  });

  test("is a version of its own beside others, also when two come at once", async () => {
    const id = await aSource();
    await Promise.all([upload(id, "one"), upload(id, "two")]);
    await upload(id, "three");
    expect((await listCaptures(team.reader, id)).captures.map(({ number }) => number)).toEqual([3, 2, 1]);
    const opened = await getCapture(team.reader, { evidenceId: id, number: 2 });
    expect([opened.capture.number, opened.before?.number, opened.later]).toEqual([2, 1, 3]);
    await expect(getCapture(team.reader, { evidenceId: id, number: 4 })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is never rewritten once it is kept", async () => {
    const { id } = await upload(await aSource(), "as it was");
    await expect(database().capture.update({ where: { id }, data: { text: "as it was not" } })).rejects.toThrow();
  });
});

describe("a copy of what may be dangerous", () => {
  test("without a form in which it can be shown is only there to be saved", async () => {
    const { id } = await upload(await aSource(), "plain words", "source.txt");
    await expect(getShownFile(team.reader, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("asking for a copy now", () => {
  test("asks for a look once, however often the button is pressed", async () => {
    const id = await aSource();
    const jobs = () => database().$queryRaw<{ asked: string }[]>`
      SELECT data->>'askedById' AS asked FROM pgboss.job WHERE data->>'evidenceId' = ${id} AND created_on > now() - interval '1 hour'`;
    const before = (await jobs()).length;
    // Not around the end of a minute.
    vi.useFakeTimers({ now: new Date("2026-11-27T12:00:05Z"), toFake: ["Date"] });
    await captureNow(team.analyst, { evidenceId: id });
    await captureNow(team.editor, { evidenceId: id });
    vi.useRealTimers();
    expect((await jobs()).length).toBe(before + 1);
  });

  test("is refused for a minute after the last look", async () => {
    const id = await aSource();
    await database().evidence.update({ where: { id }, data: { checkedAt: new Date(Date.now() - 30_000) } });
    await expect(captureNow(team.analyst, { evidenceId: id })).rejects.toMatchObject({
      code: "rate_limited",
      detail: { reason: "looked_just_now" },
    });
    await database().evidence.update({ where: { id }, data: { checkedAt: new Date(Date.now() - 61_000) } });
    await captureNow(team.analyst, { evidenceId: id });
  });
});

test("copies of another workspace are not there, whoever asks for them", async () => {
  const id = await aSource();
  const { id: captureId } = await upload(id, "<p>ours</p>");
  const other = await addMember((await makeTeam()).workspaceId, "ADMIN", "Other");
  const asking = [
    listCaptures(other, id),
    getCapture(other, { evidenceId: id, number: 1 }),
    getCaptureFile(other, captureId),
    getShownFile(other, captureId),
    captureNow(other, { evidenceId: id }),
    uploadCapture(other, { evidenceId: id, fileName: "x", bytes: Buffer.from("x") }),
  ];
  const notThere = { status: "rejected", reason: { code: "not_found" } };
  expect(await Promise.allSettled(asking)).toMatchObject(asking.map(() => notThere));
});
