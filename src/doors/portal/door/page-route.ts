import { PAGES_PATH } from '#src/foundation/common/index.js';
import { splitAddress } from '../rendering/locale.js';

/** What programs ask for: the interface, and the probes that stand at the root for orchestrators. */
const NOT_PAGES = /^\/(api|health|metrics)(\/|$)/;

/** Where another house sends a browser: what goes wrong there a person has to read. */
const PASSED_BY_BROWSERS = /^\/api\/v1\/single-sign-on\/(start|callback)$/;

/** `/es/sign-in` -> `/pages/es/sign-in`, `/assets/x.css` -> `/pages/assets/x.css`. */
export function pageRouteOf(path: string, accept = ''): string | undefined {
  if (PASSED_BY_BROWSERS.test(path) && accept.includes('text/html')) return path;
  if (NOT_PAGES.test(path)) return undefined;
  if (path.startsWith('/assets/')) return `/${PAGES_PATH}${path}`;
  const { locale, path: rest } = splitAddress(path);
  return `/${PAGES_PATH}/${locale}${rest}`;
}
