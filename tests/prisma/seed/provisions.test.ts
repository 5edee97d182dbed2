import { describe, expect, test } from "vitest";
import { snapToWords, toCodePoints } from "@/domain/text-position";
import { communique } from "@/prisma/seed/communique";
import { communiqueProvisions } from "@/prisma/seed/provisions";
import { seed } from "@/prisma/seed/seed";
import { systemActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { firstWorkspace } from "@/server/installation";
import { listDocumentProvisions } from "@/server/provisions";

const textOf = (number: number) =>
  communique().paragraphs.find(({ commitment }) => commitment?.number === number)?.text ?? "";

/** What is said to somebody, and what the words that carry it say. */
const verbs: Record<string, RegExp> = {
  COMMIT: /نلتزم|ملتزمون|سنزيد/,
  CONTINUE: /سنواصل|سيستمر|الاستمرار/,
  REAFFIRM: /نعيد التأكيد|نعيد تأكيد|إعادة تأكيد/,
  AFFIRM: /نؤكد/,
  URGE: /نحث/,
  CALL: /ندعو/,
  OBLIGE: /ينبغي|يجب/,
  COMMEND: /نثني/,
  WELCOME: /نرحب/,
};

describe.each(communiqueProvisions().commitments)("commitment $number", ({ number, provisions }) => {
  test.each(provisions)(
    "$title.en: its words stand in the paragraph once, in order, and are whole words",
    ({ quotes }) => {
      const text = textOf(number);
      const places = quotes.map((quote) => text.indexOf(quote));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      for (const [index, quote] of quotes.entries()) {
        const at = places[index] ?? -1;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(text.lastIndexOf(quote)).toBe(at);
        const range = { start: toCodePoints(text, at), end: toCodePoints(text, at + quote.length) };
        expect(snapToWords(text, range)).toEqual(range);
      }
    },
  );

  test.each(provisions)("$title.en: what it does is said by its words", ({ speechAct, quotes }) => {
    if (speechAct === "STATE") for (const verb of Object.values(verbs)) expect(quotes.join(" ")).not.toMatch(verb);
    else expect(quotes.join(" ")).toMatch(verbs[speechAct] ?? /never/);
  });
});

test("only the eighth names a time, and what cannot be verified says why", () => {
  const all = communiqueProvisions().commitments.flatMap(({ number, provisions }) =>
    provisions.map((provision) => ({ number, ...provision })),
  );
  expect(all.filter(({ due }) => due)).toMatchObject([{ number: 8, due: { on: "2020-12-31", precision: "YEAR" } }]);
  for (const { verifiability, verifiabilityReason } of all) {
    expect(Boolean(verifiabilityReason)).toBe(verifiability === "NOT_VERIFIABLE");
  }
});

test("seeding twice, also at the same time, proposes each once, with a line of history a commitment and nobody’s name", async () => {
  await Promise.all([seed(), seed()]);
  await seed();
  const { id } = await firstWorkspace();
  const { commitments } = await listDocumentProvisions(systemActor(id, "SEED"), "global-coalition-2019-11-14");
  expect(commitments.map(({ provisions }) => provisions.map(({ number }) => number).join(" "))).toEqual([
    "1.1 1.2 1.3 1.4 1.5 1.6",
    "2.1 2.2 2.3",
    "3.1 3.2 3.3 3.4 3.5 3.6",
    "4.1",
    "5.1 5.2 5.3 5.4 5.5 5.6",
    "6.1 6.2 6.3",
    "7.1 7.2 7.3 7.4 7.5",
    "8.1",
  ]);
  for (const provision of commitments.flatMap(({ provisions }) => provisions)) {
    expect(provision).toMatchObject({ state: "PROPOSED", proposedBy: null, status: null });
  }
  expect(await database().event.count({ where: { type: "provision.seeded", memberId: null } })).toBe(8);
});
