// What a party did for a commitment, with the evidence that it rests on.
import { z } from "zod";
import { id, optionalCalendarDate, requiredText, version } from "./input";

const fields = {
  partyId: id,
  body: requiredText(40_000),
  datedOn: optionalCalendarDate,
  citationIds: z
    .preprocess(
      (value) => (value === undefined || value === null ? [] : [value].flat()),
      z.array(id).max(200, "too_many"),
    )
    .transform((ids) => [...new Set(ids)]),
};

export const addContributionInput = z.object({ commitmentId: id, ...fields });
export type AddContributionInput = z.output<typeof addContributionInput>;

export const editContributionInput = z.object({ contributionId: id, version, ...fields });
export type EditContributionInput = z.output<typeof editContributionInput>;

export const contributionAtVersion = z.object({ contributionId: id, version });
export type ContributionAtVersion = z.output<typeof contributionAtVersion>;
