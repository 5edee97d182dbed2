// Traces and metrics by OpenTelemetry's protocol over HTTP, where OTEL_EXPORTER_OTLP_ENDPOINT names a collector.

import { metrics } from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { env } from "@/env";

/** Begins to send; the libraries read the other OTEL_ variables themselves. Returns how to send the rest and stop. */
export function startTelemetry(part: "web" | "worker"): () => Promise<void> {
  if (!env().OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};
  const resource = defaultResource()
    .merge(resourceFromAttributes({ "service.name": `iltizam-${part}`, "process.pid": process.pid }))
    .merge(detectResources({ detectors: [envDetector] }));
  const traces = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  traces.register();
  const meters = new MeterProvider({
    resource,
    readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() })],
  });
  metrics.setGlobalMeterProvider(meters);
  return async () => {
    await Promise.allSettled([traces.shutdown(), meters.shutdown()]);
  };
}
