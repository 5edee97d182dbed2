// What a program sends: JSON of a kind that a form cannot send, and no more of it than we want to hold.
import { invalidField } from "@/domain/refusal";
import { HttpProblem } from "./endpoint";

/** Eight megabytes: two thousand annotations with long comments. */
const most = 8 * 1024 * 1024;

/** An annotation has ten levels; walking thousands of them would use up the stack. */
const deepest = 100;

/** The body as JSON, of type application/ld+json or application/json. Refuses: 415, 413, invalid (file). */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/ld+json" && type !== "application/json") throw new HttpProblem(415, "media_type");
  const bytes = await readAtMost(request, most);
  const json = parsed(bytes);
  if (isDeeperThan(deepest, json)) throw invalidField("file", "too_deep");
  return json;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    // What is not UTF-8 must not become something else on the way.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw invalidField("file", "not_json");
  }
}

/** Level by level, so that the depth costs nothing. */
function isDeeperThan(most: number, json: unknown): boolean {
  let level = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** The body, of at most so many bytes. Refuses: 413. */
export async function readAtMost(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new HttpProblem(413, "too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
