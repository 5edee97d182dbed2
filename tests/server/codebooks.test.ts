import { describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { codebookContent, criteriaOf } from "@/domain/codebook";
import { publishCodebookInput } from "@/domain/codebook-changes";
import { firstCrosswalk } from "@/domain/crosswalk";
import { publishReleaseInput } from "@/domain/release";
import { recordAssessment } from "@/server/assessments";
import { systemActor } from "@/server/auth/actor";
import {
  codebookVersionInForce,
  ensureCodebook,
  getCodebook,
  listCodebookVersions,
  publishCodebook,
} from "@/server/codebooks";
import { database, inTransaction } from "@/server/database";
import { proveReleases, publishRelease } from "@/server/releases";
import { eventsOf, makeTeam, names, type Team } from "../cast";

const definition = "definition.completion.LIMITED";

/** Publishes on top of a version, as the form sends it. */
function publish(team: Team, changes: Record<string, string>, basedOn = 1) {
  return publishCodebook(team.editor, publishCodebookInput.parse({ basedOn, reason: "تعريف أدق", ...changes }));
}

describe("the first version", () => {
  test("is the product's own, in three languages, before anything is kept", async () => {
    const team = await makeTeam();
    const { number, content, publishedAt, by } = await getCodebook(team.reader);
    expect({ number, publishedAt, by }).toEqual({ number: 1, publishedAt: null, by: null });
    expect(codebookContent.parse(content)).toEqual(content);
    expect(content.scales.completion.NOT_ASSESSED.label).toMatchObject({ ar: "لم يُقيَّم بعد", en: "Not assessed yet" });
    expect(content.crosswalk).toEqual(firstCrosswalk);
    expect(content.criteria).toEqual([]);
  });

  test("is kept once, so that another version of the product cannot say it otherwise", async () => {
    const team = await makeTeam();
    const system = systemActor(team.workspaceId, "SEED");
    await Promise.all([ensureCodebook(system), ensureCodebook(system)]);
    await database().$executeRaw`ALTER TABLE "CodebookVersion" DISABLE TRIGGER USER`;
    await database().$executeRaw`
      UPDATE "CodebookVersion" SET content = jsonb_set(content, '{rules,0,en}', '"As it was said once."')
      WHERE "workspaceId" = ${team.workspaceId}`;
    await database().$executeRaw`ALTER TABLE "CodebookVersion" ENABLE TRIGGER USER`;
    await ensureCodebook(system);
    expect((await getCodebook(team.reader, 1)).content.rules[0]?.en).toBe("As it was said once.");
    expect(await listCodebookVersions(team.reader)).toHaveLength(1);
  });
});

describe("publishing the next version", () => {
  test("changes what was changed and nothing else; the version before can still be read", async () => {
    const team = await makeTeam();
    const before = await getCodebook(team.reader);
    expect(await publish(team, { [`${definition}.en`]: "Less than half is done." })).toEqual({ number: 2 });
    const after = await getCodebook(team.reader);
    const expected = structuredClone(before.content);
    expected.scales.completion.LIMITED.definition.en = "Less than half is done.";
    expect(after.content).toEqual(expected);
    expect(after).toMatchObject({ number: 2, reason: "تعريف أدق", by: { name: names.EDITOR } });
    expect((await getCodebook(team.reader, 1)).content).toEqual(before.content);
    expect((await listCodebookVersions(team.reader)).map(({ number }) => number)).toEqual([2, 1]);
    expect(await inTransaction((tx) => codebookVersionInForce(tx, team.reader))).toBe(2);
  });

  test("leaves one line of history, with its reason", async () => {
    const team = await makeTeam();
    await publish(team, { [`${definition}.en`]: "Less than half is done." });
    expect((await eventsOf(team.workspaceId)).filter(({ type }) => type.startsWith("codebook."))).toMatchObject([
      { type: "codebook.published", data: { number: 2, reason: "تعريف أدق" }, memberId: team.editor.memberId },
    ]);
  });

  test("is refused when somebody published meanwhile, with what stands now", async () => {
    const team = await makeTeam();
    await publish(team, { [`${definition}.en`]: "Less than half is done." });
    await expect(publish(team, { [`${definition}.fr`]: "Moins de la moitié." })).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { number: 2, by: names.EDITOR } },
    });
    await expect(publish(team, { [`${definition}.fr`]: "Moins de la moitié." }, 2)).resolves.toEqual({ number: 3 });
  });

  test("by two at the same moment keeps one of them", async () => {
    const team = await makeTeam();
    const both = await Promise.allSettled([
      publish(team, { [`${definition}.en`]: "One." }),
      publish(team, { [`${definition}.en`]: "Other." }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listCodebookVersions(team.reader)).toHaveLength(2);
  });

  test.each([
    [
      "a definition that a language lacks",
      { [`${definition}.fr`]: " " },
      { fields: { [`${definition}.fr`]: "required" } },
    ],
    [
      "a rating that the scale does not have",
      { "crosswalk.LIMITED.un": "F" },
      { fields: { "crosswalk.LIMITED.un": "choose_one" } },
    ],
    [
      "the name of a value",
      { "label.completion.LIMITED.en": "Partial" },
      { fields: { "label.completion.LIMITED.en": "invalid" } },
    ],
    ["nothing that differs", {}, { reason: "unchanged" }],
    [
      "criteria of a commitment that is not there",
      { "criteria.another-text.1.LIMITED.ar": "…" },
      { reason: "no_such_commitment" },
    ],
  ])("refuses %s", async (_, changes, detail) => {
    const team = await makeTeam();
    await expect(publish(team, changes as Record<string, string>)).rejects.toMatchObject({ code: "invalid", detail });
    expect(await listCodebookVersions(team.reader)).toHaveLength(1);
  });

  test("needs a reason", () => {
    const parsed = publishCodebookInput.safeParse({ basedOn: "1", reason: " " });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ["reason"], message: "required" });
  });

  test("adds a rule and drops one that is emptied", async () => {
    const team = await makeTeam();
    const { rules } = (await getCodebook(team.reader)).content;
    const place = `rule.${rules.length}`;
    await publish(team, { [`${place}.ar`]: "قاعدة", [`${place}.en`]: "A rule", [`${place}.fr`]: "Une règle" });
    await publish(team, { "rule.0.ar": "", "rule.0.en": "", "rule.0.fr": "" }, 2);
    const after = (await getCodebook(team.reader)).content.rules;
    expect(after).toEqual([...rules.slice(1), { ar: "قاعدة", en: "A rule", fr: "Une règle" }]);
  });

  test("moves the crosswalk, also to no value", async () => {
    const team = await makeTeam();
    await publish(team, { "crosswalk.LIMITED.un": "B", "crosswalk.COUNTER_ACTION.g7": "" });
    const { crosswalk } = (await getCodebook(team.reader)).content;
    expect(crosswalk.completion.LIMITED.un).toBe("B");
    expect(crosswalk.counterAction).toEqual({ g7: null, un: "E", promise: null });
  });
});

describe("the criteria of a commitment", () => {
  const path = (team: Team, value = "COMPLETE") => `criteria.${team.documentSlug}.8.${value}`;
  const of = async (team: Team) =>
    criteriaOf((await getCodebook(team.reader)).content, { documentSlug: team.documentSlug, commitment: 8 });

  test("may be written in one language, and keep when their words last changed", async () => {
    const team = await makeTeam();
    const from = new Date();
    await publish(team, { [`${path(team)}.ar`]: "عُقد الاجتماع." });
    const written = await of(team);
    expect(written?.counts).toEqual({ LIMITED: {}, SUBSTANTIAL: {}, COMPLETE: { ar: "عُقد الاجتماع." } });
    expect(new Date(written?.writtenAt ?? 0).getTime()).toBeGreaterThanOrEqual(from.getTime());
    await publish(team, { [`${path(team)}.ar`]: "عُقد الاجتماع.", "crosswalk.LIMITED.un": "B" }, 2);
    expect((await of(team))?.writtenAt).toBe(written?.writtenAt);
    await publish(team, { [`${path(team, "LIMITED")}.ar`]: "أُعلن موعده." }, 3);
    expect(new Date((await of(team))?.writtenAt ?? 0).getTime()).toBeGreaterThan(
      new Date(written?.writtenAt ?? 0).getTime(),
    );
  });

  test("are gone when all their words are taken out", async () => {
    const team = await makeTeam();
    await publish(team, { [`${path(team)}.ar`]: "عُقد الاجتماع." });
    await publish(team, { [`${path(team)}.ar`]: "" }, 2);
    expect(await of(team)).toBeUndefined();
  });
});

test("a new version rewrites no judgement and no release: what was published is told again byte for byte", async () => {
  const team = await makeTeam();
  const commitmentId = team.commitments[7]?.id;
  const judge = (basedOnId: string, completion: string) =>
    recordAssessment(
      team.analyst,
      recordAssessmentInput.parse({
        commitmentId,
        basedOnId,
        completion,
        confidence: "LOW",
        rationale: "…",
        asOf: "2020-06-01",
      }),
    );
  const { id } = await judge("", "LIMITED");
  const row = await database().assessment.findUniqueOrThrow({ where: { id } });
  await publishRelease(team.editor, publishReleaseInput.parse({ documentSlug: team.documentSlug }));
  const proofs = await proveReleases(team.reader);
  expect(proofs.map(({ verdict }) => verdict)).toEqual(["same", "same", "same"]);

  await publish(team, { [`${definition}.en`]: "Less than half is done.", "crosswalk.LIMITED.un": "D" });
  expect(await database().assessment.findUniqueOrThrow({ where: { id } })).toEqual(row);
  expect(await proveReleases(team.reader)).toEqual(proofs);

  const next = await judge(id, "NOT_STARTED");
  const versions = await database().assessment.findMany({
    where: { id: { in: [id, next.id] } },
    orderBy: { recordedAt: "asc" },
    select: { codebookVersion: true },
  });
  expect(versions.map(({ codebookVersion }) => codebookVersion)).toEqual([1, 2]);
});

test("a team reads its own codebook alone", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  await publish(team, { [`${definition}.en`]: "Less than half is done." });
  expect((await getCodebook(other.reader)).number).toBe(1);
  await expect(getCodebook(other.admin, 2)).rejects.toMatchObject({ code: "not_found" });
});
