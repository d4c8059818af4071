# The whole product in one image. Build it from the root of a checkout:
#   docker build -t faceplate:0.1.0 .
# A release pins the base by digest: --build-arg NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
ENV CI=true
WORKDIR /build
COPY . .
# Installs what the lock file names, compiles every room, builds the portal, and lays out the launcher with what it needs when running.
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile \
 && npx --yes pnpm@10.34.9 exec tsc -b packages/launcher \
 && npx --yes pnpm@10.34.9 run build \
 && npx --yes pnpm@10.34.9 --filter @faceplate/launcher deploy --legacy --prod /app \
 && mkdir /app/portal \
 && cp -r packages/embed/dist/public /app/portal/embed \
 && cp -r shell/dist/public /app/portal/shell

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Faceplate" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    METRICS_PORT=9090
WORKDIR /app
# Owned by root: the process can read its program and cannot change it.
COPY --from=build /app ./
USER 10001:10001
EXPOSE 8080 9090
STOPSIGNAL SIGTERM
# No HEALTHCHECK: /healthz and /readyz are for the platform's probes. Writes nothing but temporary files below /tmp.
CMD ["node", "dist/start-served.js"]
