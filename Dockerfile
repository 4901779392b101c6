# One image for API, worker and maintenance commands. Node 24 is the current LTS line.
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

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /market
COPY --from=build /market/package.json ./
COPY --from=build /market/node_modules ./node_modules
COPY --from=build /market/dist ./dist
COPY data ./data
RUN install -d -o node -g node /var/lib/market
USER node
CMD ["node", "dist/apps/api/src/main.js"]
