import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the page as it stands; the devtools run axe, so the page's own policy stays as strict as it is. */
export async function judge(page, locale) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: values }), standards);
  const faults = violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  const { width, wanted, lang, title } = await page.evaluate(() => ({
    width: globalThis.innerWidth,
    wanted: document.documentElement.scrollWidth,
    lang: document.documentElement.lang,
    title: document.title,
  }));
  if (wanted > width) faults.push(`scrolls sideways: ${wanted} in ${width}`);
  if (lang !== locale) faults.push(`is in ${lang}`);
  if (!/^.+ – Hearth$/.test(title)) faults.push(`is titled ${title}`);
  return faults;
}
