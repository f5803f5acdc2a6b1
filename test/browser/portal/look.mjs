import { join } from 'node:path';
import { watch } from './browser.mjs';
import { judge } from './judge.mjs';

export const LOCALES = ['en', 'es'];
export const WIDTHS = [1280, 320];

export const addressOf = (locale, path) =>
  locale === 'en' ? path : path === '/' ? `/${locale}` : `/${locale}${path}`;

/**
 * Every page x language x width, with JavaScript and without. Throws with all that is wrong. `context` is a way in
 * for pages that need one: cookies of somebody signed in.
 */
export async function lookAtAll({ url, browser, pictures }, pages, storageState) {
  const faults = [];
  let looked = 0;
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, storageState });
    const page = await context.newPage();
    const seen = watch(page, url);
    for (const { name, path, status = 200 } of pages) {
      for (const locale of LOCALES) {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const answer = await page.goto(`${url}${addressOf(locale, path)}`);
          const wrong = [...seen.splice(0)];
          if (answer.status() !== status) wrong.push(`answered ${answer.status()}`);
          if (javaScriptEnabled) wrong.push(...(await judge(page, locale)));
          faults.push(...wrong.map((fault) => `${name} ${locale} ${width}: ${fault}`));
          looked += 1;
          if (pictures && javaScriptEnabled)
            await page.screenshot({ path: join(pictures, `${name}-${locale}-${width}.png`), fullPage: true });
        }
      }
    }
    await context.close();
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return `${looked} looks at ${pages.length} pages: status, axe, width, language, no other host, a silent console`;
}

/** What the largest page loads, compressed as it travels. */
export async function weigh({ url, browser }, paths, storageState) {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const most = { script: 0, stylesheet: 0 };
  for (const path of paths) {
    const sizes = { script: 0, stylesheet: 0 };
    const taken = [];
    const take = (request) => {
      const kind = request.resourceType();
      if (kind in sizes) taken.push(request.sizes().then((size) => (sizes[kind] += size.responseBodySize)));
    };
    page.on('requestfinished', take);
    await page.goto(`${url}${path}`, { waitUntil: 'load' });
    await Promise.all(taken);
    page.off('requestfinished', take);
    for (const kind of Object.keys(most)) most[kind] = Math.max(most[kind], sizes[kind]);
  }
  await context.close();
  if (most.script > 10_240 || most.stylesheet > 20_480) throw new Error(`Too heavy: ${JSON.stringify(most)}`);
  return `at most ${most.script} bytes of scripts and ${most.stylesheet} of styles`;
}
