// The settings that come from outside, read and checked in this one place.

import { z } from "zod";

const postgresAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/.+/, "must be a PostgreSQL address such as postgresql://user:password@host:5432/name");

const publicAddress = z
  .string()
  .refine(isOrigin, "must be an http or https address without a path, such as https://iltizam.example.org")
  .transform((value) => new URL(value).origin);

const s3Names = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
export type S3Settings = Record<"endpoint" | "bucket" | "region" | "accessKeyId" | "secretAccessKey", string>;

function s3Of(values: Partial<Record<(typeof s3Names)[number], string>> & { S3_REGION: string }): S3Settings | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

const settings = z
  .object({
    DATABASE_URL: postgresAddress.optional(),
    DATA_DIR: z.string().default("./data"),
    PORT: z
      .string()
      .default("3000")
      .refine(
        (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535,
        "must be a number from 1 to 65535",
      )
      .transform(Number),
    BASE_URL: publicAddress.optional(),
    ILTIZAM_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/.+/, "must be an address such as smtps://user:password@mail.example.org")
      .optional(),
    MAIL_FROM: z.string().includes("@", { error: "must be a mail address" }).optional(),
    TRUSTED_PROXY_HEADER: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, "must be the name of one HTTP header, such as X-Real-IP")
      .transform((value) => value.toLowerCase())
      .optional(),
    /** Whether the start also works on the jobs; "none" where `npm run worker` does. */
    WORKER: z.enum(["inside", "none"], { error: 'must be "inside" or "none"' }).default("inside"),
    /** Hosts inside that the fetcher may reach all the same: "wiki.internal, 10.0.0.5:8080". */
    FETCHABLE_HOSTS: z
      .string()
      .default("")
      .transform((value) =>
        value
          .toLowerCase()
          .split(/[\s,]+/)
          .filter(Boolean),
      )
      .refine(
        (hosts) => hosts.every((host) => URL.canParse(`http://${host}`) && new URL(`http://${host}`).pathname === "/"),
        "must be hosts with or without a port, separated by commas, such as wiki.internal, 10.0.0.5:8080",
      ),
    /** Where files are kept when not in DATA_DIR: a store that speaks S3. */
    S3_ENDPOINT: publicAddress.optional(),
    S3_BUCKET: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")
      .optional(),
    S3_REGION: z.string().default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** What is worth a line in the log; "info" has one for every request. */
    LOG_LEVEL: z
      .enum(["silent", "error", "warn", "info", "debug"], {
        error: 'must be "silent", "error", "warn", "info" or "debug"',
      })
      .default("warn"),
    /** From how many milliseconds on a query is said to be slow. */
    SLOW_QUERY_MS: z
      .string()
      .regex(/^\d{1,6}$/, "must be a number of milliseconds")
      .default("500")
      .transform(Number),
    /** A collector that speaks OTLP over HTTP; the other OTEL_ variables are read by its libraries. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
    /** Where a backup is made every night; none is where it is not set. */
    BACKUP_DIR: z.string().optional(),
    /** How many of them are kept. */
    BACKUP_KEEP: z
      .string()
      .default("7")
      .refine((value) => /^[1-9]\d{0,3}$/.test(value), "must be a number from 1 to 9999")
      .transform(Number),
    NODE_ENV: z.string().default("development"),
  })
  .refine((values) => !values.SMTP_URL || values.MAIL_FROM, {
    path: ["MAIL_FROM"],
    error: "must be set when SMTP_URL is set",
  })
  .superRefine((values, context) => {
    const missing = s3Names.filter((name) => !values[name]);
    if (missing.length === 0 || missing.length === s3Names.length) return;
    for (const name of missing) {
      context.addIssue({ code: "custom", path: [name], message: "must be set when another S3 setting is set" });
    }
  })
  .transform((values) => ({
    ...values,
    BASE_URL: values.BASE_URL ?? `http://localhost:${values.PORT}`,
    S3: s3Of(values),
  }));

/** The checked settings. */
export type Env = z.infer<typeof settings>;

/** A setting from outside has a value that the app cannot work with. */
export class BadSetting extends Error {}

let parsed: Env | undefined;

/** The checked settings; throws `BadSetting` naming the variable that is wrong. */
export function env(): Env {
  parsed ??= parseSettings(process.env);
  return parsed;
}

/** The address of the database, which the start script has set by the time the app runs. */
export function databaseUrl(): string {
  return env().DATABASE_URL ?? missing("DATABASE_URL");
}

/** The secret that signs sessions, which the start script has set by the time the app runs. */
export function secret(): string {
  return env().ILTIZAM_SECRET ?? missing("ILTIZAM_SECRET");
}

/** Sets values for this process, as the start script does once it knows them. */
export function setEnv(values: Record<string, string>): void {
  Object.assign(process.env, values);
  parsed = undefined;
}

/** The environment to hand to a child process, with `extra` on top; `undefined` takes a variable away. */
export function childEnv(extra: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

/** Parses settings from any record; an empty value counts as not set. */
export function parseSettings(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new BadSetting(`Iltizam cannot start: ${faults.join("; ")}.`);
}

function missing(name: string): never {
  throw new BadSetting(`${name} is not set: start Iltizam with "npm start", or set ${name} yourself.`);
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username } = new URL(value);
  return /^https?:$/.test(protocol) && pathname === "/" && !search && !hash && !username;
}
