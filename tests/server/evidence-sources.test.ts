import { beforeAll, describe, expect, test } from "vitest";
import { findSourceInput } from "@/domain/evidence";
import { database } from "@/server/database";
import { removeEvidence } from "@/server/evidence";
import { findKnownSource, getSource } from "@/server/evidence-sources";
import { anArticle, attach, makeTeam, type Team } from "../cast";

let team: Team;
let evidenceId: string;
let citations: string[];
const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;

beforeAll(async () => {
  team = await makeTeam();
  const first = await attach(team.analyst, commitment(2), { reliability: "A", quotedPassage: "words" });
  const second = await attach(team.analyst, commitment(1), { stance: "CONTEXT" });
  citations = [first.citationId, second.citationId];
  evidenceId = (await database().citation.findUniqueOrThrow({ where: { id: first.citationId } })).evidenceId;
});

describe("a source’s own page", () => {
  test("has all that cites it, and what it can be cited for as well", async () => {
    const source = await getSource(team.analyst, evidenceId);
    expect(source).toMatchObject({
      ...{ title: anArticle.title, grade: "A–", mayEdit: true, mayCite: true, mayTag: true },
      citations: [
        { commitment: { number: 1 }, stance: "CONTEXT" },
        { commitment: { number: 2 }, stance: "SUPPORTS", quotedPassage: "words", quoteState: null },
      ],
      addedBy: { memberId: team.analyst.memberId },
    });
    expect(source.citable?.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  test("a reader may look and not touch; in another workspace it is not there", async () => {
    expect(await getSource(team.reader, evidenceId)).toMatchObject({ mayEdit: false, mayCite: false, mayTag: false });
    await expect(getSource((await makeTeam()).admin, evidenceId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an address that somebody types", () => {
  const find = (address: string, number = 3, actor = team.analyst) =>
    findKnownSource(actor, findSourceInput.parse({ address, commitmentId: commitment(number) }));
  const spelt = `${anArticle.address.replace("https://www.", "http://")}?utm_source=x#top`;

  test("is known in any spelling, with what the team calls the source and where it is cited", async () => {
    expect(await find(spelt)).toMatchObject({
      evidenceId,
      title: anArticle.title,
      grade: "A–",
      commitments: [{ number: 1 }, { number: 2 }],
      citedHere: null,
    });
    expect(await find(spelt, 2)).toMatchObject({ citedHere: citations[0] });
    expect(await find("https://example.org/never-seen")).toBeNull();
  });

  test("is not known from another workspace, nor as cited where it was removed", async () => {
    const other = await makeTeam();
    expect(await find(spelt, 2, other.admin)).toBeNull();
    const { citationId } = await attach(team.analyst, commitment(4));
    await removeEvidence(team.analyst, { citationId, version: 1 });
    expect(await find(spelt, 4)).toMatchObject({ citedHere: null, commitments: [{ number: 1 }, { number: 2 }] });
  });
});
