# The bot for production: docker build -t zorggarantie-bot . && docker run --env-file .env -v bot-data:/data -p 3978:3978 zorggarantie-bot
ARG NODE_IMAGE=node:26-slim

FROM ${NODE_IMAGE} AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install script is needed here: the only one that is allowed places Node 26, which this image has. The image's
# Node serves every script, so the package is taken out again.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node node_modules/.bin/node
COPY prisma ./prisma
RUN node prisma/generate.ts

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data PORT=3978
RUN mkdir /data && chown node:node /data
COPY --from=install /app/node_modules ./node_modules
COPY --from=install /app/prisma ./prisma
COPY package.json ./
COPY src ./src
COPY cards ./cards
COPY adapters ./adapters
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "adapters/main.ts", "bot"]
