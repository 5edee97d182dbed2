// What the database was asked: counted for each request, a span each, and a line in the log for what was slow.
import { type Histogram, type MeterProvider, metrics, SpanKind, trace } from "@opentelemetry/api";
import { env } from "@/env";
import { log, workInHand } from "./log";

/** One statement as Prisma tells of it; its values are not looked at. */
type Statement = { query: string; duration: number };

/** Some that Prisma writes are pages long; their beginning tells which it is. */
const told = 400;

/** Notes one statement that has been answered. */
export function noteStatement({ query, duration }: Statement): void {
  const work = workInHand().getStore();
  if (work) work.statements++;
  const ended = Date.now();
  const attributes = { "db.system.name": "postgresql", "db.query.text": query };
  trace
    .getTracer("iltizam")
    .startSpan(query.split(" ", 1)[0] ?? "query", { kind: SpanKind.CLIENT, startTime: ended - duration, attributes })
    .end(ended);
  durations().record(duration / 1000, { "db.system.name": "postgresql" });
  if (duration >= env().SLOW_QUERY_MS)
    log().warn({ ms: Math.round(duration), query: query.slice(0, told) }, "slow query");
}

let kept: { provider: MeterProvider; histogram: Histogram } | undefined;

/** Made once for each provider: unlike traces, metrics are bound to the one that there is when they are made. */
function durations(): Histogram {
  const provider = metrics.getMeterProvider();
  if (kept?.provider !== provider) {
    const meter = provider.getMeter("iltizam");
    kept = { provider, histogram: meter.createHistogram("db.client.operation.duration", { unit: "s" }) };
  }
  return kept.histogram;
}
