// Every page there is, and how to come to an example of it: for the tests that look at all of them.
import { annotateInput, replyInput } from "@/domain/annotation";
import { publishCodebookInput } from "@/domain/codebook-changes";
import { addContributionInput } from "@/domain/contribution";
import { retagEvidenceInput } from "@/domain/evidence";
import { addNoteInput } from "@/domain/note";
import { publishReleaseInput } from "@/domain/release";
import { addTagInput } from "@/domain/tag";
import type { Role } from "@/domain/workspace";
import { annotate, reply } from "@/server/annotations";
import { uploadCapture } from "@/server/captures";
import { publishCodebook } from "@/server/codebooks";
import { getCommitment } from "@/server/commitments";
import { addContribution } from "@/server/contributions";
import { database } from "@/server/database";
import { getDocument } from "@/server/documents";
import { retagEvidence } from "@/server/evidence-tags";
import { addNote } from "@/server/notes";
import { listNotifications } from "@/server/notifications";
import { addState } from "@/server/parties";
import { correctPassage } from "@/server/passages";
import { publishRelease } from "@/server/releases";
import { addTag } from "@/server/tags";
import { attach, proposeProvisions, type Team } from "../cast";
import { required } from "./required";

/** A team whose pages have something to show. */
export type Examples = Team & {
  releases: [first: string, second: string];
  corrected: number;
  notification: string;
  annotation: string;
  party: string;
  /** A source that is graded, tagged and cited for two commitments, with words quoted. */
  evidence: string;
};

/** Publishes what the pages about releases show, corrects a paragraph so that a mark on it loses its place, and tells the admin something. */
export async function makeExamples(team: Team): Promise<Examples> {
  await proposeProvisions(team);
  const publish = () => publishRelease(team.editor, publishReleaseInput.parse({ documentSlug: team.documentSlug }));
  const { passages, ordinal } = await getCommitment(team.editor, firstOf(team) ?? "");
  const { id: passageId, revision, text } = required(passages[0], "a passage");
  const exact = text.split(" ").slice(0, 4).join(" ");
  const targets = JSON.stringify([{ passageId, start: 0, end: [...exact].length, exact }]);
  await annotate(team.analyst, annotateInput.parse({ targets, motivation: "COMMENTING", body: "تعليق" }));
  await correctPassage(team.editor, { passageId, revision, text: text.replace(exact, ""), reason: "خطأ في النقل" });
  const annotation = await markFirstWord(team);
  const criteria = { [`criteria.${team.documentSlug}.1.COMPLETE.ar`]: "تحقّق ما طُلب كله.", "crosswalk.LIMITED.un": "D" };
  await publishCodebook(team.editor, publishCodebookInput.parse({ basedOn: 1, reason: "معايير أولى", ...criteria }));
  const evidence = await attachEvidence(team);
  const assigned = { commitmentId: firstOf(team), assigneeId: team.admin.memberId, datedOn: "2020-05-01", body: "…" };
  await addNote(team.editor, addNoteInput.parse(assigned));
  const [notification] = (await listNotifications(team.admin)).notifications;
  await makeCopies(team, evidence);
  return {
    ...team,
    releases: [(await publish()).id, (await publish()).id],
    corrected: ordinal,
    annotation,
    party: await makeContribution(team),
    evidence,
    notification: required(notification, "a notification").id,
  };
}

async function attachEvidence(team: Team): Promise<string> {
  const [first, second] = team.commitments;
  const graded = {
    publisher: "وزارة الخارجية",
    publishedOn: "2019-11-14",
    language: "en",
    reliability: "A",
    credibility: "2",
  };
  await attach(team.analyst, required(first, "a commitment").id, { ...graded, quotedPassage: "we affirm" });
  await attach(team.analyst, required(second, "a second commitment").id, { stance: "CONTRADICTS" });
  const { id } = await database().evidence.findFirstOrThrow({ where: { workspaceId: team.workspaceId } });
  const tag = await addTag(team.editor, addTagInput.parse({ name_ar: "مصدر أول", color: "TEAL" }));
  await retagEvidence(team.analyst, retagEvidenceInput.parse({ evidenceIds: id, added: tag.id }));
  return id;
}

/** Two copies of it, handed in as files. */
async function makeCopies(team: Team, evidenceId: string): Promise<void> {
  for (const words of ["نص المصدر كما كان.", "نص المصدر كما صار."]) {
    await uploadCapture(team.analyst, { evidenceId, fileName: "source.txt", bytes: Buffer.from(words) });
  }
}

/** Of the preamble, with an answer. */
async function markFirstWord(team: Team): Promise<string> {
  const { paragraphs } = await getDocument(team.analyst, team.documentSlug);
  const { id: passageId, text } = required(paragraphs[0]?.passages[0], "the first passage");
  const exact = required(text.split(" ")[0], "its first word");
  const targets = JSON.stringify([{ passageId, start: 0, end: [...exact].length, exact }]);
  const { id } = await annotate(team.analyst, annotateInput.parse({ targets, motivation: "QUESTIONING", body: "لم؟" }));
  await reply(team.editor, replyInput.parse({ annotationId: id, body: "لأنها الديباجة." }));
  return id;
}

/** Of a state that is on the team's list. */
async function makeContribution(team: Team): Promise<string> {
  const { id: partyId } = await addState(team.editor, { code: "IT" });
  const contribution = { commitmentId: firstOf(team), partyId, body: "استضافة اجتماع", datedOn: "2021-06-28" };
  await addContribution(team.analyst, addContributionInput.parse(contribution));
  return partyId;
}

export type PageExample = {
  route: string;
  /** The address under the language. */
  path: (team: Examples) => string;
  /** Whether it is for people who are not signed in. */
  open?: true;
  /** Whose role is enough, where not everybody's is. */
  holders?: readonly Role[];
  /** Whether it only leads on to another page. */
  leadsOn?: true;
};

const firstOf = (team: Team) => team.commitments[0]?.id;

const editors = ["EDITOR", "ADMIN"] as const;

export const pages: PageExample[] = [
  { route: "/", path: () => "" },
  { route: "/activity", path: () => "/activity" },
  { route: "/annotations/[id]", path: ({ annotation }) => `/annotations/${annotation}`, leadsOn: true },
  { route: "/codebook", path: () => "/codebook" },
  { route: "/codebook/compare", path: () => "/codebook/compare?one=1&other=2" },
  { route: "/codebook/edit", path: () => "/codebook/edit", holders: editors },
  { route: "/commitments/[id]", path: (team) => `/commitments/${firstOf(team)}` },
  { route: "/documents/[slug]", path: (team) => `/documents/${team.documentSlug}` },
  { route: "/documents/[slug]/exchange", path: (team) => `/documents/${team.documentSlug}/exchange` },
  { route: "/documents/[slug]/orphans", path: (team) => `/documents/${team.documentSlug}/orphans` },
  {
    route: "/documents/[slug]/paragraphs/[ordinal]",
    path: ({ documentSlug, corrected }) => `/documents/${documentSlug}/paragraphs/${corrected}`,
  },
  {
    route: "/documents/[slug]/paragraphs/[ordinal]/correct",
    path: ({ documentSlug, corrected }) => `/documents/${documentSlug}/paragraphs/${corrected}/correct`,
    holders: editors,
  },
  { route: "/documents/[slug]/reading", path: (team) => `/documents/${team.documentSlug}/reading` },
  { route: "/evidence", path: () => "/evidence" },
  { route: "/evidence/[id]", path: ({ evidence }) => `/evidence/${evidence}` },
  { route: "/evidence/[id]/captures/[number]", path: ({ evidence }) => `/evidence/${evidence}/captures/2` },
  { route: "/evidence/coverage", path: () => "/evidence/coverage" },
  { route: "/invitations/[token]", path: () => "/invitations/a-link-that-nobody-was-sent", open: true },
  { route: "/notifications", path: () => "/notifications" },
  { route: "/notifications/[id]", path: ({ notification }) => `/notifications/${notification}`, leadsOn: true },
  { route: "/parties", path: () => "/parties" },
  { route: "/parties/[id]", path: ({ party }) => `/parties/${party}` },
  { route: "/parties/manage", path: () => "/parties/manage?state=ital" },
  { route: "/password-reset/[token]", path: () => "/password-reset/a-link-that-nobody-was-sent", open: true },
  { route: "/releases", path: () => "/releases" },
  { route: "/releases/[id]", path: ({ releases: [first] }) => `/releases/${first}` },
  {
    route: "/releases/compare",
    path: ({ releases: [first, second] }) => `/releases/compare?one=${first}&other=${second}`,
  },
  { route: "/reports", path: () => "/reports" },
  { route: "/reviews", path: () => "/reviews" },
  { route: "/set-up", path: () => "/set-up?token=a-link-that-nobody-was-sent", open: true },
  { route: "/settings", path: () => "/settings" },
  { route: "/settings/members", path: () => "/settings/members" },
  { route: "/settings/sign-ins", path: () => "/settings/sign-ins", holders: ["ADMIN"] },
  { route: "/settings/system", path: () => "/settings/system", holders: ["ADMIN"] },
  { route: "/settings/tags", path: () => "/settings/tags" },
  { route: "/settings/tokens", path: () => "/settings/tokens" },
  { route: "/settings/workspace", path: () => "/settings/workspace" },
  { route: "/sign-in", path: () => "/sign-in", open: true },
  // Where no password waits for its code, it is the page before.
  { route: "/sign-in/code", path: () => "/sign-in/code", open: true },
  { route: "/summary", path: () => "/summary" },
  { route: "/unavailable", path: () => "/unavailable", open: true },
];
