// Traces and metrics by OpenTelemetry's protocol over HTTP, where OTEL_EXPORTER_OTLP_ENDPOINT names a collector.

import { metrics } from "@opentelemetry/api";
import { env } from "@/env";

/** Begins to send; the libraries read the other OTEL_ variables themselves. Returns how to send the rest and stop. */
export async function startTelemetry(part: "web" | "worker"): Promise<() => Promise<void>> {
  if (!env().OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};
  // Only now: a process that tells nobody need not hold them.
  const [resources, traces, measures, { OTLPTraceExporter }, { OTLPMetricExporter }] = await Promise.all([
    import("@opentelemetry/resources"),
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/sdk-metrics"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/exporter-metrics-otlp-http"),
  ]);
  const resource = resources
    .defaultResource()
    .merge(resources.resourceFromAttributes({ "service.name": `iltizam-${part}`, "process.pid": process.pid }))
    .merge(resources.detectResources({ detectors: [resources.envDetector] }));
  const tracers = new traces.NodeTracerProvider({
    resource,
    spanProcessors: [new traces.BatchSpanProcessor(new OTLPTraceExporter())],
  });
  tracers.register();
  const meters = new measures.MeterProvider({
    resource,
    readers: [new measures.PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() })],
  });
  metrics.setGlobalMeterProvider(meters);
  return async () => {
    await Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
  };
}
