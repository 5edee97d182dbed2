// Traces and metrics reach a collector, and only where one is named.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { trace } from "@opentelemetry/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setEnv } from "@/env";
import { database } from "@/server/database";
import { startTelemetry } from "@/server/telemetry";

const received: { path: string; body: string }[] = [];
const collector = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  received.push({ path: request.url ?? "", body: Buffer.concat(parts).toString() });
  response.setHeader("content-type", "application/json").end("{}");
});

beforeAll(() => new Promise<void>((listening) => collector.listen(0, "127.0.0.1", listening)));
afterAll(() => new Promise((closed) => collector.close(closed)));

test("nothing is sent where no collector is named", async () => {
  const stop = await startTelemetry("web");
  await trace.getTracer("test").startActiveSpan("a page", async (span) => span.end());
  await stop();
  expect(received).toEqual([]);
});

test("what a request asked the database is a part of its trace, without values, and is measured", async () => {
  setEnv({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` });
  const stop = await startTelemetry("web");
  const traceId = await trace.getTracer("test").startActiveSpan("a page", async (span) => {
    await database().$queryRaw`SELECT ${"نص سري"}::text AS told`;
    span.end();
    return span.spanContext().traceId;
  });
  await stop();
  setEnv({ OTEL_EXPORTER_OTLP_ENDPOINT: "" });

  const traces = JSON.parse(received.find(({ path }) => path === "/v1/traces")?.body ?? "null");
  const [{ resource, scopeSpans }] = traces.resourceSpans;
  expect(JSON.stringify(resource)).toContain("iltizam-web");
  const spans = scopeSpans.flatMap((scope: { spans: { name: string; traceId: string }[] }) => scope.spans);
  expect(spans.find(({ name }: { name: string }) => name === "SELECT")).toMatchObject({ traceId });
  expect(received.map(({ body }) => body).join()).not.toContain("سري");

  const metrics = received.find(({ path }) => path === "/v1/metrics")?.body;
  expect(metrics).toContain("db.client.operation.duration");
});
