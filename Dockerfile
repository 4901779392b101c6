# Two images: `market` for API, worker and maintenance commands, `web` for the portal. Node 24 is the current LTS line.
FROM node:24-bookworm-slim AS build
WORKDIR /market
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY apps ./apps
COPY libs ./libs
COPY migrations ./migrations
COPY clients ./clients
RUN npm run build && npm prune --omit=dev

# The portal's files behind a static server that takes the rest to the API.
FROM caddy:2.10-alpine AS web
COPY deploy/web/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /market/dist/web /srv

FROM node:24-bookworm-slim AS market
ENV NODE_ENV=production
WORKDIR /market
COPY --from=build /market/package.json ./
COPY --from=build /market/node_modules ./node_modules
COPY --from=build /market/dist ./dist
COPY data ./data
RUN install -d -o node -g node /var/lib/market
USER node
CMD ["node", "dist/apps/api/src/main.js"]
