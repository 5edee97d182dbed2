// What a reader may choose of a progress summary.
import { z } from "zod";
import { calendarDate, optionalCalendarDate } from "./input";

/** The parts of a summary that may be left out, in their order. */
export const reportSections = ["method", "changes", "table", "unknown", "commitments"] as const;
export type ReportSection = (typeof reportSections)[number];

const oneOrMany = (value: unknown) => (typeof value === "string" ? value.split(",") : value === undefined ? undefined : [value].flat());

/** The choices by name, as they stand in an address or a form; whatever is left out has its usual value. */
export const reportChoices = z
  .object({
    /** The state at the end of this day in UTC; the usual one is today's. */
    asOf: calendarDate.optional(),
    comparedWith: optionalCalendarDate,
    sections: z.preprocess(oneOrMany, z.array(z.enum(reportSections)).default([...reportSections])),
    /** Numbers of commitments; all of them when left out. */
    commitments: z.preprocess(oneOrMany, z.array(z.coerce.number().int().positive()).optional()),
    /** Notes are the team's own and may be kept back. */
    notes: z.enum(["with", "without"]).default("with"),
  })
  .refine(({ asOf, comparedWith }) => !asOf || !comparedWith || comparedWith < asOf, {
    path: ["comparedWith"],
    error: "not_earlier",
  });
export type ReportChoices = z.output<typeof reportChoices>;
