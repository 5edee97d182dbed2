import { beforeEach, expect, test } from "vitest";
import { editProvisionInput } from "@/domain/provision";
import { getCommitment } from "@/server/commitments";
import { correctPassage, previewCorrection } from "@/server/passages";
import { editProvision, listProvisions } from "@/server/provisions";
import { eventsOf, makeTeam, proposeProvisions, type Team } from "../cast";

let team: Team;
let commitmentId: string;
let passage: { id: string; text: string };
beforeEach(async () => {
  team = await makeTeam();
  await proposeProvisions(team);
  // The third: its fourth provision is the exchange of information.
  commitmentId = team.commitments[2]?.id as string;
  passage = (await getCommitment(team.reader, commitmentId)).passages[0] as typeof passage;
});

const correct = (text: string) =>
  correctPassage(team.editor, { passageId: passage.id, revision: 1, text, reason: "خطأ في النقل" });
const fourth = async () => (await listProvisions(team.reader, commitmentId))[3];
const editsIn = async () => (await eventsOf(team.workspaceId)).filter(({ type }) => type === "provision.edited");

test("words that only move follow without a line of history, and nobody’s form grows stale", async () => {
  const before = await fourth();
  expect(await correct(`تمهيد. ${passage.text}`)).toMatchObject({ kept: 6, lost: 0 });
  const after = await fourth();
  const [span] = after?.spans ?? [];
  expect(after?.version).toBe(before?.version);
  expect(span).toMatchObject({ exact: before?.spans[0]?.exact, revision: 2, isLost: false });
  expect(span?.start).toBe((before?.spans[0]?.start ?? 0) + [..."تمهيد. "].length);
  expect(await editsIn()).toEqual([]);
});

test("words that read otherwise afterwards are those of the corrected text, and history says what they were", async () => {
  const was = (await fourth())?.spans[0]?.exact as string;
  await correct(passage.text.replace("الإنتربول", "الشرطة الدولية"));
  const now = was.replace("الإنتربول", "الشرطة الدولية");
  expect(await fourth()).toMatchObject({ version: 2, spans: [{ exact: now, was, isLost: false }] });
  expect(await editsIn()).toMatchObject([
    { commitmentId, data: { number: "3.4", changes: { quotes: { from: [was], to: [now] } } } },
  ]);
});

test("words that are gone are kept as lost, are foretold, and others can be chosen in their place", async () => {
  const was = (await fourth())?.spans[0]?.exact as string;
  const text = passage.text.replace(was, "");
  const preview = await previewCorrection(team.editor, { passageId: passage.id, text });
  expect(preview.lost).toMatchObject([{ exact: was }]);
  expect(await correct(text)).toMatchObject({ kept: 5, lost: 1 });
  const lost = await fourth();
  expect(lost).toMatchObject({ version: 2, spans: [{ exact: was, isLost: true, revision: 1 }] });
  expect((await editsIn()).at(-1)).toMatchObject({ data: { changes: { quotes: { from: [was], to: [] } } } });

  const [now] = (await getCommitment(team.reader, commitmentId)).passages;
  const exact = [...text].slice(0, 12).join("");
  const targets = JSON.stringify([{ passageId: now?.id, start: 0, end: 12, exact }]);
  const given = { title_ar: "ت", speechAct: "CONTINUE", verifiability: "VERIFIABLE" };
  await editProvision(team.analyst, editProvisionInput.parse({ ...given, provisionId: lost?.id, version: 2, targets }));
  expect((await fourth())?.spans).toMatchObject([{ exact, isLost: false, revision: 2, was: null }]);
});
