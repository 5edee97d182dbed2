// The way from a form to a use case: parse, find out who it is, hand over, and say the refusal in data.
import { refresh } from "next/cache";
import type { z } from "zod";
import { Refusal, type RefusalCode } from "@/domain/refusal";
import type { MemberActor } from "@/server/auth/actor";
import { actorOrRefuse } from "@/server/auth/session";

/** What a form gets back: `fields` and `reason` are message keys in the namespace `refusals`. */
export type FormOutcome<Value = unknown> =
  | { status: "done"; value: Value }
  | {
      status: "refused";
      code: RefusalCode;
      fields: Record<string, string>;
      reason?: string;
      current?: unknown;
      retryAfterSeconds?: number;
    };

/** A form's use case for somebody who is signed in; pages are read again afterwards. */
export async function formAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  form: FormData,
  perform: (actor: MemberActor, input: z.output<Schema>) => Promise<Value>,
): Promise<FormOutcome<Value>> {
  const outcome = await quietFormAction(schema, form, perform);
  if (outcome.status === "done") refresh();
  return outcome;
}

/** As formAction, for what changes nothing on the page but the part that asked: reading a long page again takes long. */
export function quietFormAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  form: FormData,
  perform: (actor: MemberActor, input: z.output<Schema>) => Promise<Value>,
): Promise<FormOutcome<Value>> {
  return visitorFormAction(schema, form, async (input) => perform(await actorOrRefuse(), input));
}

/** A form's use case for somebody who may not be signed in. */
export async function visitorFormAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  form: FormData,
  perform: (input: z.output<Schema>) => Promise<Value>,
): Promise<FormOutcome<Value>> {
  try {
    const parsed = schema.safeParse(valuesOf(form));
    if (!parsed.success) throw new Refusal("invalid", { fields: firstIssues(parsed.error) });
    return { status: "done", value: await perform(parsed.data) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: "refused", code: error.code, ...error.detail, fields: error.detail.fields ?? {} };
  }
}

/** Each name once: a name that comes several times becomes a list. Files and React's own fields are left out. */
function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = texts.length === 1 ? (texts[0] as string) : texts;
  }
  return values;
}

function firstIssues(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[String(issue.path[0] ?? "form")] ??= issue.message;
  return fields;
}
