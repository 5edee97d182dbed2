// For those who watch the process: /api/health/live says that it answers, /api/health/ready (and /api/health) that it can serve people.
import { readiness } from "@/server/health";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: { params: Promise<{ probe?: string[] }> }): Promise<Response> {
  const probe = (await params).probe?.join("/") ?? "ready";
  if (probe === "live") return answer(200, { live: true });
  if (probe !== "ready") return answer(404, { live: true });
  const checks = await readiness();
  const ready = Object.values(checks).every(Boolean);
  return answer(ready ? 200 : 503, { live: true, ready, checks });
}

function answer(status: number, body: object): Response {
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (status === 503) headers["retry-after"] = "10";
  return Response.json(body, { status, headers });
}
