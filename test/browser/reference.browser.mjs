import { chromium } from 'playwright-core';

/**
 * Opens the API reference in Chromium and throws unless it lists the operations and tries one out, without a
 * request to another host, a refusal by the page's own policy or any other complaint on the console.
 */
export async function lookAtReference(url) {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const [foreign, complaints] = [[], []];
    let shown = 0;
    page.on('request', (request) => {
      const asked = new URL(request.url());
      if (asked.protocol.startsWith('http') && asked.origin !== url) foreign.push(asked.href);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${url}/api/v1/docs`);
    const operations = page.locator('.opblock');
    const parts = page.locator('.opblock-tag');
    await parts.first().waitFor({ timeout: 20_000 });
    // One part after the other, as somebody looks through them.
    for (let i = 0; i < (await parts.count()); i += 1) {
      await parts.nth(i).click();
      await operations.nth(0).waitFor();
      shown += await operations.count();
      await parts.nth(i).click();
      await operations.nth(0).waitFor({ state: 'detached' });
    }
    await page.locator('#operations-tag-Commission').click();
    await page.getByRole('button', { name: 'Authorize' }).click();
    // One for each way to sign in.
    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
    // Every part of the page that Swagger UI makes only when it is opened, down to a real answer.
    const list = page.locator('[id$="-listZones"]');
    await list.locator('.opblock-summary-control').click();
    await list.getByRole('button', { name: 'Try it out' }).click();
    await list.getByRole('button', { name: 'Execute' }).click();
    await list.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
    if (foreign.length > 0) throw new Error(`The page asked another host: ${foreign.join(', ')}`);
    if (complaints.length > 0) throw new Error(`The console said: ${complaints.join('\n')}`);
    const document = await (await fetch(`${url}/api/v1/openapi.json`)).json();
    const described = Object.values(document.paths).flatMap(Object.keys).length;
    if (shown !== described) throw new Error(`${shown} of ${described} operations are shown`);
    return `${shown} operations shown, no request to another host, a silent console`;
  } finally {
    await browser.close();
  }
}
