# syntax=docker/dockerfile:1

# Ships only production packages, without the embedded PostgreSQL (an optional package): a container always has a
# DATABASE_URL.

FROM node:24-bookworm-slim AS build
WORKDIR /service
COPY package.json package-lock.json ./
# Keeps optional packages: the console's native compilers are one per platform.
RUN npm ci --include=dev --no-audit --no-fund
COPY nest-cli.json tsconfig.json ./
COPY apps ./apps
COPY libs ./libs
COPY migrations ./migrations
COPY seed ./seed
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /service
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MIGRATE_ON_START=false
WORKDIR /service
COPY --from=packages /service/node_modules ./node_modules
COPY --from=build /service/dist ./dist
COPY package.json LICENSE ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1: it receives SIGTERM, drains, and exits with 0.
STOPSIGNAL SIGTERM
# Why these options: docs/PERFORMANCE.md, "Garbage".
CMD ["node", "--max-old-space-size=192", "--max-semi-space-size=24", "--v8-pool-size=1", "dist/apps/wallet-api/src/main.js"]
