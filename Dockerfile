# Two stages: one builds with everything, the other runs with what running needs. No embedded PostgreSQL: give
# DATABASE_URL (docker-compose.yml brings one).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=optional --no-audit --no-fund
COPY tsconfig.json nest-cli.json ./
COPY scripts scripts
COPY web web
COPY migrations migrations
COPY src src
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 HEARTH_DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts/lean.mjs scripts/
# The optional packages are the embedded PostgreSQL and what only a build needs.
RUN npm ci --omit=dev --no-audit --no-fund && node scripts/lean.mjs && npm cache clean --force
COPY openapi.yaml ./
COPY --from=build /app/dist dist
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself and not npm: it gets SIGTERM first hand, answers what is in flight and exits 0.
CMD ["node", "dist/src/main.js"]
