import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { communique } from "@/prisma/seed/communique";
import { systemActor } from "@/server/auth/actor";
import { createDocument, getDocument, listDocuments } from "@/server/documents";
import { eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const published = readFileSync("prisma/seed/communique-2019-11-14.ar.txt", "utf8");

describe("the communiqué", () => {
  test("has 4 preamble paragraphs, 8 commitments, and one paragraph without number between the last two", async () => {
    const { paragraphs } = await getDocument(team.reader, team.documentSlug);
    expect(paragraphs.map(({ kind, printedNumber }) => printedNumber ?? kind)).toEqual([
      ...Array(4).fill("PREAMBLE"),
      ...["1-", "2-", "3-", "4-", "5-", "6-", "7-"],
      "OTHER",
      "8-",
    ]);
    expect(paragraphs.map(({ ordinal }) => ordinal)).toEqual(paragraphs.map((_, index) => index + 1));
  });

  test("stands word for word as published, without the web page's own lines", async () => {
    const { paragraphs, versions } = await getDocument(team.reader, team.documentSlug);
    const lines = paragraphs.map(({ printedNumber, passages }) =>
      [printedNumber, passages.find(({ language }) => language === "ar")?.text].filter(Boolean).join(" "),
    );
    const arabic = versions.find(({ language }) => language === "ar");
    expect(published.startsWith([arabic?.title, arabic?.typeLine, ...lines].join("\n\n"))).toBe(true);
    expect(lines.join("\n")).not.toContain("قد يعجبك");
  });

  test("remarks on the misprint exactly where it stands", async () => {
    const { paragraphs } = await getDocument(team.reader, team.documentSlug);
    const remarked = paragraphs
      .flatMap(({ passages }) => passages)
      .filter(({ editorialNotes }) => editorialNotes.length > 0);
    expect(remarked).toHaveLength(1);
    const [note] = remarked[0]?.editorialNotes ?? [];
    expect(
      Array.from(remarked[0]?.text ?? "")
        .slice(note?.start, note?.end)
        .join(""),
    ).toBe("بريقة");
  });

  test("is entered once, however often the seed runs", async () => {
    const before = await eventsOf(team.workspaceId);
    const again = await createDocument(systemActor(team.workspaceId, "SEED"), communique());
    expect(again.created).toBe(false);
    expect(await eventsOf(team.workspaceId)).toHaveLength(before.length);
    expect(await listDocuments(team.reader)).toHaveLength(1);
  });
});

describe("a document", () => {
  test("belongs to its workspace alone", async () => {
    const other = await makeTeam();
    await createDocument(systemActor(other.workspaceId, "SEED"), { ...communique(), slug: "another" });
    expect((await listDocuments(team.reader)).map(({ slug }) => slug)).toEqual([team.documentSlug]);
    await expect(getDocument(team.reader, "another")).rejects.toMatchObject({ code: "not_found" });
  });

  test.each(["absent", "", "A", "a\0b", "../x"])("called %j is not found", async (slug) => {
    await expect(getDocument(team.reader, slug)).rejects.toMatchObject({ name: "Refusal", code: "not_found" });
  });

  test("whose remark is on words that it does not have is refused", async () => {
    const [first, ...rest] = communique().paragraphs;
    const remark = { exact: "لا وجود لها", body: { ar: "ملاحظة", en: "remark", fr: "remarque" } };
    const wrong = { ...communique(), slug: "wrong", paragraphs: [{ ...first, editorialNotes: [remark] }, ...rest] };
    await expect(createDocument(systemActor(team.workspaceId, "SEED"), wrong as never)).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
