// A state or organisation that undertakes, is addressed or benefits, on the list that a team keeps.
import { z } from "zod";
import { calendarDate, choice, id, inAddress, optionalText, ordinal, slug, version } from "./input";
import { partyKinds } from "./scales";
import type { TagWords } from "./tag-terms";

const longestName = 160;
const names = {
  name_ar: optionalText(longestName),
  name_en: optionalText(longestName),
  name_fr: optionalText(longestName),
};

type Names = z.output<z.ZodObject<typeof names>>;
const isNamed = ({ name_ar, name_en, name_fr }: Names) => Boolean(name_ar ?? name_en ?? name_fr);
const named = { path: ["name_ar"], error: "required" };

function gather({ name_ar: ar, name_en: en, name_fr: fr }: Names): TagWords {
  return { ...(ar && { ar }), ...(en && { en }), ...(fr && { fr }) };
}

/** A state is named by ISO 3166-1 alone; an organisation in at least one language. */
export const addStateInput = z.object({ code: z.string({ error: "choose_one" }).regex(/^[A-Z]{2}$/, "choose_one") });
export type AddStateInput = z.output<typeof addStateInput>;

export const addOrganisationInput = z
  .object(names)
  .refine(isNamed, named)
  .transform((fields) => ({ name: gather(fields) }));
export type AddOrganisationInput = z.output<typeof addOrganisationInput>;

/** What a party is called may be changed, a state's too: teams differ over names. */
export const editPartyInput = z
  .object({ ...names, partyId: id, version })
  .refine(isNamed, named)
  .transform(({ partyId, version: at, ...fields }) => ({ partyId, version: at, name: gather(fields) }));
export type EditPartyInput = z.output<typeof editPartyInput>;

export const partyAtVersion = z.object({ partyId: id, version });
export type PartyAtVersion = z.output<typeof partyAtVersion>;

/** Which party is looked for on the page that manages them, as it stands in its address. */
export const stateSearch = z.object({ state: inAddress(z.string().trim().min(1).max(60)) });

const filters = {
  document: slug,
  kind: choice(partyKinds),
  party: id,
  /** Its number. */
  commitment: ordinal("invalid"),
  /** Only what has evidence behind it. */
  evidence: z.literal("1", "choose_one"),
  from: calendarDate,
  to: calendarDate,
};

/** The filters of the matrix and of the list of contributions as they stand in an address: the unreadable counts as not set. */
export const contributionFilters = z.object({
  document: inAddress(filters.document),
  kind: inAddress(filters.kind),
  party: inAddress(filters.party),
  commitment: inAddress(filters.commitment),
  evidence: inAddress(filters.evidence),
  from: inAddress(filters.from),
  to: inAddress(filters.to),
});
export type ContributionFilters = z.output<typeof contributionFilters>;

const contributionFormats = ["xlsx", "csv", "json"] as const;
export type ContributionFormat = (typeof contributionFormats)[number];
/** Of which a file of one table holds one. */
const contributionTables = ["contributions", "matrix"] as const;
export type ContributionTable = (typeof contributionTables)[number];

/** What a program or a download asks for: the unreadable is refused. */
export const contributionExport = z
  .strictObject(filters)
  .partial()
  .extend({
    format: choice(contributionFormats),
    table: choice(contributionTables).default("contributions"),
  });
