# The server with its pages built, for docker-compose.yml. It needs a PostgreSQL of its own beside it (DATABASE_URL):
# the built-in one is for one machine without containers.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY packages/domain/package.json packages/domain/
COPY packages/protocol/package.json packages/protocol/
COPY packages/sync/package.json packages/sync/
RUN npm ci
COPY . .
RUN node scripts/generate.mjs && npm run build -w apps/web

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# Without npm in between: SIGTERM reaches the server, which drains and ends with 0.
CMD ["node_modules/.bin/node", "apps/server/src/main.ts"]
