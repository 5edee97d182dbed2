import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { communique, communiqueSlug, publishedPage } from "@/prisma/seed/communique";
import { seed } from "@/prisma/seed/seed";
import { database } from "@/server/database";

const countOf = (kind: string) => communique().paragraphs.filter((paragraph) => paragraph.kind === kind).length;

test("has four preamble paragraphs, eight commitments, and one unnumbered paragraph between the seventh and the eighth", () => {
  const kinds = communique().paragraphs.map((paragraph) => paragraph.kind);
  expect([countOf("PREAMBLE"), countOf("COMMITMENT"), countOf("OTHER")]).toEqual([4, 8, 1]);
  expect(kinds.indexOf("OTHER")).toBe(11);
  const numbers = communique().paragraphs.flatMap((paragraph) => paragraph.commitment?.number ?? []);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("every paragraph is, byte for byte with its printed number, a line of the page as published", () => {
  const lines = publishedPage().split("\n");
  const { versions, paragraphs } = communique();
  expect(versions[0]).toMatchObject({ title: lines[0], typeLine: "بيان" });
  for (const { printedNumber, text } of paragraphs) {
    expect(lines).toContain(printedNumber === null ? text : `${printedNumber} ${text}`);
  }
});

test("the page in the project is the page as it was published", () => {
  const digest = createHash("sha256").update(publishedPage()).digest("hex");
  expect(digest).toBe("0a0e15912d81b2480df90a0dea55d40ebda543860e6d3764a887c9b1a98122b2");
});

test("what the web page added is left out", () => {
  const text = communique()
    .paragraphs.map((paragraph) => paragraph.text)
    .join("\n");
  expect(text).not.toMatch(/قد يعجبك|ملفات تعريف|\u00a0/);
});

test("the likely misprint is kept and remarked on", () => {
  const fifth = communique().paragraphs.find((paragraph) => paragraph.commitment?.number === 5);
  expect(fifth?.text).toContain("أنحاء المنطقة بريقة يمكن التحقق منها");
  expect(fifth?.editorialNotes).toMatchObject([{ exact: "بريقة" }]);
});

test("seeding twice, also at the same time, makes one document and one line of history, and no verdict, member or evidence", async () => {
  await Promise.all([seed(), seed()]);
  await seed();
  const documents = await database().document.findMany({
    include: { paragraphs: { include: { passages: true, commitment: true }, orderBy: { ordinal: "asc" } } },
  });
  expect(documents.map((document) => document.slug)).toEqual([communiqueSlug]);
  expect(documents[0]?.paragraphs.map((paragraph) => paragraph.passages[0]?.text)).toEqual(
    communique().paragraphs.map((paragraph) => paragraph.text),
  );
  expect(await database().event.findMany({ where: { type: "document.created" } })).toMatchObject([
    { via: "SEED", memberId: null, data: { paragraphs: 13, commitments: 8 } },
  ]);
  expect(await database().assessment.count()).toBe(0);
  expect(await database().member.count()).toBe(0);
  expect(await database().evidence.count()).toBe(0);
  const remark = await database().editorialNote.findFirstOrThrow({ include: { passage: true } });
  expect([...remark.passage.text].slice(remark.start, remark.end).join("")).toBe("بريقة");
});
