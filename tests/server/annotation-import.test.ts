// Annotations that come from other programs: where they find their place, and what becomes of what we do not know.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { annotationFilter } from "@/domain/annotation-filter";
import { sliceOf } from "@/domain/text-position";
import { communiqueSlug } from "@/prisma/seed/communique";
import { exportAnnotations } from "@/server/annotation-export";
import { importAnnotations, previewImport } from "@/server/annotation-import";
import { annotate, reply } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { listThreads, resolveThread } from "@/server/threads";
import { attach, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
let other: Team;
beforeAll(async () => {
  team = await makeTeam();
});
beforeEach(async () => {
  other = await makeTeam();
});

const everything = annotationFilter.parse({});
const ask = (actor: MemberActor, filter = {}) =>
  exportAnnotations(actor, {
    slug: team.documentSlug,
    filter: { ...everything, ...filter },
    query: "",
  });
const bring = (json: unknown, actor = other.analyst) => importAnnotations(actor, team.documentSlug, json);

async function passageOf(of: Team, ordinal: number) {
  return database().passage.findFirstOrThrow({
    where: { paragraph: { ordinal, document: { workspaceId: of.workspaceId } } },
  });
}
async function mark(actor: MemberActor, [start, end]: [number, number], changes: Record<string, unknown> = {}) {
  const passage = await passageOf(team, 4);
  const targets = JSON.stringify([
    { passageId: passage.id, start, end, exact: sliceOf(passage.text, { start, end }) as string },
  ]);
  return annotate(actor, annotateInput.parse({ targets, motivation: "COMMENTING", body: "تعليق", ...changes }));
}
const source = (ordinal: number) => `https://other.example/api/v1/documents/${communiqueSlug}/passages/${ordinal}.ar.1`;
const foreignOne = (changes: Record<string, unknown> = {}) => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "https://other.example/annotations/1",
  type: "Annotation",
  motivation: "commenting",
  body: { type: "TextualBody", value: "ملاحظة", purpose: "commenting" },
  target: { source: source(4), selector: { type: "TextPositionSelector", start: 0, end: 10 } },
  ...changes,
});

const itemsOf = ({ first }: Awaited<ReturnType<typeof ask>>) => (first?.items ?? []) as Record<string, unknown>[];

/** As two exports can be compared: without the addresses that each place gives, and in no order. */
function comparable(collection: Awaited<ReturnType<typeof ask>>) {
  const items = itemsOf(collection);
  const bodies = new Map(items.map((item) => [item.id, JSON.stringify(item.body)]));
  return items
    .map(({ id: _id, via: _via, target, ...item }) => ({
      ...item,
      // A reply is known by what it answers.
      target: typeof target === "string" ? bodies.get(target) : target,
    }))
    .sort((one, two) => (JSON.stringify(one) < JSON.stringify(two) ? -1 : 1));
}

describe("export → import → export", () => {
  it("gives the same, replies, tags, links, lost places and hostile texts with it", async () => {
    const hostile = "شدّة قبل فتحة ثَّ، كـشـيدة، 👍🏽 🇮🇶, \u200fRLM\u200f, </script> \"'\\ \u2067isolate\u2069";
    const { id } = await mark(team.analyst, [3, 12], { body: hostile });
    await reply(team.editor, { annotationId: id, body: "ردّ 👨‍👩‍👧" });
    await resolveThread(team.editor, { annotationId: id, version: 1 });
    await mark(team.editor, [0, 9], { motivation: "HIGHLIGHTING", body: null });
    await mark(team.analyst, [5, 20], { motivation: "QUESTIONING", body: "لماذا؟" });
    const tag = await database().tag.create({
      data: { workspaceId: team.workspaceId, name: { ar: "تمويل", en: "Funding", fr: "Financement" }, description: {} },
    });
    await database().annotationTag.create({ data: { annotationId: id, tagId: tag.id } });
    const linking = await mark(team.analyst, [20, 30], { body: "يُنظر هنا" });
    await database().annotation.update({
      where: { id: linking.id },
      data: { motivation: "LINKING", commitmentId: team.commitments[1]?.id ?? "" },
    });
    await attach(team.analyst, team.commitments[0]?.id as string);
    const lost = await mark(team.analyst, [30, 45]);
    await database().annotationTarget.updateMany({
      where: { annotationId: lost.id },
      data: { exact: "كلمات حُذفت من النص كله ولا أثر لها", prefix: "", suffix: "", orphanedAt: new Date() },
    });
    await database().tag.create({
      data: { workspaceId: other.workspaceId, name: { ar: "تمويل", en: "Money", fr: "Argent" }, description: {} },
    });
    await database().workspace.update({ where: { id: other.workspaceId }, data: { allowsFreeTags: true } });

    const first = await ask(team.analyst);
    expect(first.total).toBe(6);
    const lines = await bring(JSON.parse(JSON.stringify(first)));
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual(
      ["ORPHAN", "PLACED", "PLACED", "PLACED", "PLACED", "REPLY"].sort(),
    );
    const second = await ask(other.analyst);
    expect(comparable(second)).toEqual(comparable(first));
    expect(itemsOf(second).map(({ via }) => via)).toEqual(
      expect.arrayContaining(itemsOf(first).map(({ id: address }) => address)),
    );

    const third = await makeTeam();
    await database().tag.create({
      data: { workspaceId: third.workspaceId, name: { ar: "تمويل", en: "Money", fr: "Argent" }, description: {} },
    });
    await bring(second, third.editor);
    expect(comparable(await ask(third.reader))).toEqual(comparable(second));
  });

  it("gives nobody what is private to somebody else", async () => {
    const { id } = await mark(team.editor, [0, 5], { layer: "PRIVATE", body: "لي وحدي" });
    expect(JSON.stringify(await ask(team.admin))).not.toContain("لي وحدي");
    const own = await ask(team.editor, { layer: "PRIVATE" });
    expect(own.first?.items).toMatchObject([{ layer: "private" }]);
    await bring(own);
    expect((await ask(other.analyst)).total).toBe(1);
    expect((await ask(other.admin)).total).toBe(0);
    expect(await listThreads(other.admin, "-")).toEqual([]);
    await database().annotation.delete({ where: { id } });
  });
});

describe("an annotation of another program", () => {
  it("is placed by its position, by UTF-16 positions, by its words, or by words like them", async () => {
    const { text, paragraphId } = await passageOf(other, 4);
    const withEmoji = `👍🏽 ${text}`;
    await database().passage.create({
      data: {
        paragraphId,
        languageVersionId: (await passageOf(other, 4)).languageVersionId,
        revision: 2,
        text: withEmoji,
      },
    });
    const words = sliceOf(withEmoji, { start: 10, end: 40 }) as string;
    const at = (selector: unknown) => foreignOne({ id: undefined, target: { source: source(4), selector } });
    const quote = (exact: string) => ({ type: "TextQuoteSelector", exact });
    const lines = await bring([
      at([quote(words), { type: "TextPositionSelector", start: 10, end: 40 }]),
      at([quote(words), { type: "TextPositionSelector", start: 12, end: 42 }]),
      at(quote(words)),
      at(quote(words.replaceAll("ا", "أ").replace(" ", "  "))),
      at(quote("ليست هذه الكلمات في النص أبداً وليس ما يشبهها")),
    ]);
    expect(lines.map(({ methods }) => methods)).toEqual([["POSITION"], ["UTF16"], ["QUOTE"], ["FUZZY"], [null]]);
    expect(lines.at(-1)?.outcome).toBe("ORPHAN");
  });

  it("is shown before it is brought in, and nothing is kept of the showing", async () => {
    const before = await eventsOf(other.workspaceId);
    const lines = await previewImport(other.analyst, team.documentSlug, [foreignOne()]);
    expect(lines).toMatchObject([{ number: 1, outcome: "PLACED", methods: ["POSITION"] }]);
    expect(await eventsOf(other.workspaceId)).toEqual(before);
    expect(await database().annotation.count({ where: { workspaceId: other.workspaceId } })).toBe(0);
  });

  it("is not brought in twice, by its address or its canonical one, nor twice from one file", async () => {
    await bring([foreignOne({ canonical: "urn:uuid:1" })]);
    const again = await bring([
      foreignOne(),
      foreignOne({ id: "https://else.example/7", canonical: "urn:uuid:1" }),
      foreignOne({ id: "https://else.example/8" }),
      foreignOne({ id: "https://else.example/8" }),
    ]);
    expect(again.map(({ outcome }) => outcome)).toEqual(["KNOWN", "KNOWN", "PLACED", "KNOWN"]);
  });

  it("keeps its author’s name, its dates, and all that we do not understand", async () => {
    const given = foreignOne({
      "@context": ["http://www.w3.org/ns/anno.jsonld", { rating: "https://other.example/ns#rating" }],
      motivation: ["commenting", "assessing"],
      rating: 5,
      creator: { id: "https://other.example/people/7", type: "Person", name: "باحثة من مكان آخر" },
      created: "2020-02-03T04:05:06.000Z",
      modified: "2021-02-03T04:05:06.000Z",
      body: [
        { type: "TextualBody", value: "ملاحظة", purpose: "commenting", language: "ar-IQ" },
        { type: "Image", id: "https://other.example/map.png", format: "image/png" },
      ],
      rights: "https://creativecommons.org/licenses/by/4.0/",
    });
    expect(await bring([given])).toMatchObject([{ outcome: "PLACED", keptBodies: 1 }]);
    const [item] = itemsOf(await ask(other.reader));
    expect(item).toMatchObject({
      via: given.id,
      motivation: given.motivation,
      rating: 5,
      creator: { name: "باحثة من مكان آخر" },
      created: "2020-02-03T04:05:06.000Z",
      modified: "2021-02-03T04:05:06.000Z",
      rights: "https://creativecommons.org/licenses/by/4.0/",
    });
    expect(item?.body).toMatchObject([
      { value: "ملاحظة", language: "ar-IQ", format: "text/plain" },
      { type: "Image", id: "https://other.example/map.png" },
    ]);
    expect(item?.["@context"]).toContainEqual({ rating: "https://other.example/ns#rating" });
  });

  it("gets its place by its words alone when it was made on another page, if only one paragraph has them", async () => {
    const { text } = await passageOf(other, 4);
    const page = "https://news.example/communique";
    const on = (exact: string) =>
      foreignOne({ id: undefined, target: { source: page, selector: { type: "TextQuoteSelector", exact } } });
    const lines = await bring([on(sliceOf(text, { start: 80, end: 140 }) as string), on("التحالف الدولي لهزيمة داعش")]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(["PLACED", "ORPHAN"]);
    const sources = JSON.stringify((await ask(other.reader)).first?.items);
    expect(sources, "the lost one says where it was").toContain(`"source":"${page}"`);
  });

  it("brings its replies, and theirs, whatever their order; one without its thread is left out", async () => {
    const answer = (id: string, target: string) =>
      foreignOne({ id: `https://other.example/annotations/${id}`, motivation: "replying", target });
    const lines = await bring([
      answer("3", "https://other.example/annotations/2"),
      answer("2", "https://other.example/annotations/1"),
      foreignOne(),
      answer("9", "https://other.example/annotations/nowhere"),
    ]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(["REPLY", "REPLY", "PLACED", "NO_PARENT"]);
    const rows = await database().annotation.findMany({ where: { workspaceId: other.workspaceId } });
    const root = rows.find(({ via }) => via === "https://other.example/annotations/1");
    expect(rows.filter(({ threadId }) => threadId === root?.id)).toHaveLength(2);
  });

  it("has its tags in the list by any language and spelling; others are reported and handed back", async () => {
    const tag = await database().tag.create({
      data: { workspaceId: other.workspaceId, name: { ar: "الأمن", en: "Security", fr: "Sécurité" }, description: {} },
    });
    const tagging = (value: string) => ({ type: "TextualBody", value, purpose: "tagging" });
    const [line] = await bring([foreignOne({ body: [tagging("الامن"), tagging("security"), tagging("جديد")] })]);
    expect(line).toMatchObject({ outcome: "PLACED", unknownTags: ["جديد"] });
    expect(await database().annotationTag.findMany({ where: { tagId: tag.id } })).toHaveLength(1);
    expect(JSON.stringify((await ask(other.reader)).first?.items)).toContain("جديد");
  });

  it("is one event for all that came", async () => {
    await bring([foreignOne(), foreignOne({ id: "https://other.example/annotations/2" })]);
    expect((await eventsOf(other.workspaceId)).at(-1)).toMatchObject({
      type: "annotation.imported",
      data: { annotations: 2, replies: 0, orphans: 0 },
    });
  });

  it.each([
    ["half of an emoji", [foreignOne({ rating: "\ud83d" })], "bad_text"],
    ["a character that cannot be kept", [foreignOne({ rating: "\u0000" })], "bad_text"],
    ["no annotations", { type: "Person" }, "no_annotations"],
    ["too many of them", Array.from({ length: 2001 }, () => foreignOne()), "too_many"],
  ])("is refused in a file with %s", async (_, file, key) => {
    await expect(bring(file)).rejects.toMatchObject({ code: "invalid", detail: { fields: { file: key } } });
  });

  it.each([
    ["type", { type: "Person" }],
    ["target", { target: [] }],
    ["target", { target: { source: source(4), selector: { type: "TextPositionSelector", start: -1, end: 2 } } }],
    ["created", { created: "yesterday" }],
    ["id", { id: "not an address" }],
    ["bodyValue", { bodyValue: "x" }],
    ["body", { body: { type: "TextualBody", value: "x".repeat(20_001) } }],
  ])("is unreadable, and the others are not, for its %s", async (field, changes) => {
    const lines = await bring([foreignOne(changes), foreignOne({ id: "https://other.example/annotations/2" })]);
    expect(lines).toMatchObject([{ outcome: "UNREADABLE", field }, { outcome: "PLACED" }]);
  });
});
