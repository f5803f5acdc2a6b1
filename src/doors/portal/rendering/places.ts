/** Beside the sources `web/`, beside the build `dist/web/`: from this file the same way. */
export const WEB = new URL('../../../../web/', import.meta.url);

/** What only a build makes. The sources run with those of the last build. */
export const ASSET_PLACES = ['../../../../web/assets/', '../../../../dist/web/assets/'].map(
  (path) => new URL(path, import.meta.url),
);
