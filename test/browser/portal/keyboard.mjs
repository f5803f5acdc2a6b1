/** From the top of a page by Tab alone: the skip link first, every control once and visibly, and Enter where it leads. */
export async function walkByKeyboard({ url, browser }, path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.keyboard.press('Tab');
  if ((await focused(page)).target !== '#main-content')
    throw new Error('The first Tab does not reach the skip link');
  await page.keyboard.press('Enter');
  if ((await focused(page)).id !== 'main-content') throw new Error('The skip link leads nowhere');
  await page.goto(`${url}${path}`);
  const expected = await page
    .locator('a[href]:visible, button:visible, input:visible, summary:visible')
    .count();
  let reached = 0;
  for (; reached < expected; reached += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'BODY') break;
    if (!now.isMarked) throw new Error(`Focus cannot be seen on ${now.tag} ${now.text}`);
  }
  await context.close();
  if (reached !== expected) throw new Error(`Tab reaches ${reached} of ${expected} controls of ${path}`);
  return `${reached} controls of ${path} by keyboard, each visibly`;
}

function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    return {
      tag: element.tagName,
      id: element.id,
      text: element.textContent.trim(),
      target: element.getAttribute('href'),
      isMarked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
    };
  });
}
