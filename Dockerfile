# Iltizam as an image: the web server by default, the worker for jobs with another command (see compose.yaml).

FROM node:20-bookworm-slim AS build
WORKDIR /iltizam
ENV NEXT_TELEMETRY_DISABLED=1
# The packages first: they change less often than the sources.
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev && rm -rf .next/cache

# The same Node as above, or the start would find the build stale.
FROM node:20-bookworm-slim
WORKDIR /iltizam
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 DATA_DIR=/data
COPY --from=build /iltizam .
# Only what is written is the user's own.
RUN mkdir -p /data .next/cache && chown node:node /data .next .next/cache
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://localhost:' + process.env.PORT + '/api/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "scripts/start.ts"]
