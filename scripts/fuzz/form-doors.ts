// The actions as doors: forms whose fields are mostly right, but for one or a few.

import { readdir } from "node:fs/promises";
import fc from "fast-check";
import { type Caller, callers } from "./callers";
import { asDoor, type Door, type Outcome } from "./door";
import { type Field, fieldsOf, formInputs } from "./form-inputs";
import { deepJson, hostileAddress, hostileDate, hostileKey, hostileName, hostileNumber, hostileText } from "./hostile";
import { sendHeaders } from "./next-headers";
import { inWorld } from "./world";

type Form = { caller: Caller; fields: [name: string, value: string | { file: string }][] };
type Action = (given: unknown) => Promise<unknown>;

/** Those that cost what a password should cost, and those that send a caller away, so that the others say only that. */
const rare = [
  ...["signIn", "changePassword", "acceptInvitation", "joinWorkspace", "setUp", "signOut"],
  ...["startTwoFactor", "makeBackupCodes", "stopTwoFactor", "startPasskey"],
  ...["endSession", "endOtherSessions", "removeMember", "changeRole"],
];

/** Actions that take no form. */
const formless = ["signOut", "readAgain"];

/** Every exported action, by its name. Throws for one that nobody described. */
export async function formDoors(): Promise<Door[]> {
  const actions = await allActions();
  const unknown = Object.keys(actions).filter((name) => !Object.hasOwn(formInputs, name) && !formless.includes(name));
  if (unknown.length > 0) throw new Error(`scripts/fuzz/form-inputs.ts does not know: ${unknown.join(", ")}.`);
  return Object.entries(actions).map(([name, action]) => asDoor(formDoor(name, action)));
}

async function allActions(): Promise<Record<string, Action>> {
  const files = await readdir(new URL("../../actions", import.meta.url));
  const modules = await Promise.all(
    files
      .filter((file) => !["form-action.ts", "path-after-sign-in.ts"].includes(file))
      .map((file) => import(`../../actions/${file.replace(".ts", "")}.ts`)),
  );
  return Object.assign({}, ...modules.map((module) => ({ ...module })));
}

function formDoor(name: string, action: Action): Door<Form> {
  return {
    name: `action ${name}`,
    weight: rare.includes(name) ? 0.1 : 1,
    inputs: formsOf(fieldsOf(formInputs[name] ?? [])),
    mayWrite: ["AttemptCount", "Session", "SignIn", "Verification"],
    knock: async ({ caller, fields }, world) => {
      sendHeaders(new Headers(world.cookies[caller] ? { cookie: world.cookies[caller] } : {}));
      const form = new FormData();
      for (const [field, value] of inWorld(fields, world)) {
        if (typeof value === "string") form.append(field, value);
        else form.append(field, new File([value.file], value.file.slice(0, 20)));
      }
      return outcomeOf(() => action(formless.includes(name) ? (form.get("locale") ?? undefined) : form));
    },
  };
}

async function outcomeOf(act: () => Promise<unknown>): Promise<Outcome> {
  try {
    const outcome = (await act()) as { status?: string; code?: string } | undefined | boolean;
    if (typeof outcome !== "object") return { kind: "accepted" };
    return outcome.status === "refused" ? { kind: "refused", as: String(outcome.code) } : { kind: "accepted" };
  } catch (error) {
    const digest = (error as { digest?: unknown }).digest;
    // A redirect is how signing in ends.
    if (typeof digest === "string" && digest.startsWith("NEXT_REDIRECT")) {
      return /^NEXT_REDIRECT;\w+;\/(ar|en|fr)(\/|\?|#|;|$)/.test(digest)
        ? { kind: "accepted" }
        : { kind: "failed", why: `it leads to ${digest}` };
    }
    return { kind: "failed", why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What a field of this name holds when all is well; ids by the noun in their name. */
const usual: Record<string, fc.Arbitrary<string>> = {
  commitmentId: fc.nat(3).map((number) => `{{commitment ${number}}}`),
  "crosswalk.LIMITED.un": fc.constantFrom("C", "D"),
  targets: named("targets"),
  documentSlug: named("slug"),
  leadId: named("member"),
  assigneeId: named("member"),
  coderIds: named("member"),
  intoId: named("tag"),
  tagIds: named("tag"),
  shownIds: named("tag"),
  added: named("tag"),
  removed: named("tag"),
  evidenceIds: named("evidence"),
  citationIds: named("citation"),
  basedOnId: named("assessment"),
  id: fc.oneof(named("orphan"), named("commitment"), named("document")),
  link: named("commitment").map((id) => `commitment:${id}`),
  version: fc.constantFrom("1", "1", "1", "2"),
  evidenceVersion: fc.constantFrom("1", "2"),
  revision: fc.constantFrom("1", "2"),
  basedOn: fc.constantFrom("2", "2", "1"),
  email: named("email"),
  password: named("password"),
  currentPassword: named("password"),
  address: fc.webUrl(),
  code: fc.constantFrom("IQ", "FR", "XX"),
  credibility: fc.constantFrom("1", "6"),
  locale: fc.constantFrom("ar", "en", "fr"),
  next: fc.constantFrom("/ar", "/en/activity?kind=note"),
  start: fc.constantFrom("0", "3"),
  end: fc.constantFrom("5", "9"),
  validDays: fc.constantFrom("1", "30"),
  staleAfterDays: fc.constantFrom("1", "90"),
  silentAfterMonths: fc.constantFrom("1", "12"),
  language: fc.constantFrom("ar", "en"),
  token: fc.constant("a-link-that-nobody-was-sent-by-us"),
  asOf: fc.constant("2020-06-01"),
  comparedWith: fc.constantFrom("", "2019-12-01"),
  commitments: fc.constantFrom("1", "1,2"),
};

/** A thing of the world, by its noun. */
function named(noun: string): fc.Arbitrary<string> {
  return fc.nat(30).map((number) => `{{${noun} ${number}}}`);
}

/** What most forms leave empty: the commitment as a whole, nobody, no evidence. */
const oftenEmpty = [
  "draftSavedAt",
  "provisionId",
  "basedOnId",
  "citationIds",
  "assigneeId",
  "leadId",
  "link",
  "unreviewed",
  "verifiabilityReason",
];

function usualEntries(field: Field): fc.Arbitrary<Entry[]> {
  const one = usualValue(field).map((value): Entry[] => [[field.name, value]]);
  if (field.name === "coderIds") return fc.tuple(one, one).map((both) => both.flat());
  if (!oftenEmpty.includes(field.name)) return one;
  return fc.oneof({ weight: 4, arbitrary: fc.constant<Entry[]>([]) }, { weight: 1, arbitrary: one });
}

function usualValue({ name, choices }: Field): fc.Arbitrary<string> {
  if (choices.length > 0) return fc.constantFrom(...choices);
  const known = Object.hasOwn(usual, name) ? usual[name] : undefined;
  if (known) return known;
  if (name.endsWith("Id")) return named(name.slice(0, -2));
  if (name.endsWith("On")) return fc.constantFrom("", "2020-05-01", "2021-12-31");
  return fc.constantFrom("نص عادي", "Plain words", "");
}

/** What is wrong in the field of this name, in a way that suits it more often than not. */
function wrongValue({ name }: Field): fc.Arbitrary<string> {
  if (name === "address" || name === "next") return fc.oneof(hostileAddress, hostileText);
  if (/^(asOf|comparedWith)$|On$/.test(name)) return fc.oneof(hostileDate, hostileText);
  if (/[vV]ersion|revision|basedOn$|start|end|Days|Months|ordinal|number/.test(name))
    return fc.oneof(hostileNumber, hostileName);
  if (/Ids?$|^id$|^code$|Slug$|token|^added$|^removed$|^link$/.test(name)) return fc.oneof(hostileName, hostileText);
  if (name === "targets") return fc.oneof(wrongTargets, deepJson, hostileText);
  return hostileText;
}

const wrongTargets = fc
  .record({
    passageId: fc.oneof(named("passage"), hostileName),
    start: fc.oneof(fc.integer({ min: -2, max: 400 }), fc.constantFrom(2 ** 31, 1e308, -0, 0.5, null)),
    end: fc.oneof(fc.integer({ min: -2, max: 400 }), fc.constantFrom(2 ** 53, "5", null)),
    exact: hostileText,
  })
  .chain((target) =>
    fc.constantFrom(1, 2, 60).map((count) => JSON.stringify(Array.from({ length: count }, () => target))),
  );

type Entry = Form["fields"][number];

function formsOf(fields: Field[]): fc.Arbitrary<Form> {
  const right = fc.tuple(...fields.map(usualEntries));
  const wrong = (field: Field): fc.Arbitrary<Entry[]> =>
    fc.oneof(
      { weight: 16, arbitrary: wrongValue(field).map((value): Entry[] => [[field.name, value]]) },
      { weight: 2, arbitrary: fc.constant<Entry[]>([]) },
      {
        weight: 2,
        arbitrary: fc
          .array(wrongValue(field), { minLength: 2, maxLength: 4 })
          .map((all) => all.map((value): Entry => [field.name, value])),
      },
      {
        weight: 1,
        arbitrary: usualValue(field).map((value) => Array.from({ length: 400 }, (): Entry => [field.name, value])),
      },
      { weight: 2, arbitrary: hostileText.map((file): Entry[] => [[field.name, { file }]]) },
    );
  const strange = fc.array(fc.tuple(hostileKey, hostileText), { maxLength: 3 }) as fc.Arbitrary<Entry[]>;
  const changes = fc.uniqueArray(fc.constantFrom(...(fields.length === 0 ? [-1] : fields.keys())), { maxLength: 3 });
  const caller = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<Caller>("admin", "editor") },
    { weight: 3, arbitrary: fc.constantFrom(...callers) },
  );
  return fc.tuple(caller, right, changes, fc.option(strange, { freq: 4 })).chain(([by, usually, changed, more]) =>
    fc.tuple(...changed.flatMap((index) => wrong(fields[index] ?? { name: "", choices: [] }))).map((values) => {
      const all = usually.map((entries, index) => {
        const at = changed.indexOf(index);
        return at < 0 ? entries : (values[at] ?? []);
      });
      return { caller: by, fields: [...all.flat(), ...(more ?? [])] };
    }),
  );
}
