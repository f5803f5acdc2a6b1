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
    await operations.first().waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Authorize' }).click();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    // Every part of the page that Swagger UI makes only when it is opened, down to a real answer.
    const list = page.locator('[id$="-listZones"]');
    await list.locator('.opblock-summary-control').click();
    await list.getByRole('button', { name: 'Try it out' }).click();
    await list.getByRole('button', { name: 'Execute' }).click();
    await list.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
    const found = await operations.count();
    if (foreign.length > 0) throw new Error(`The page asked another host: ${foreign.join(', ')}`);
    if (complaints.length > 0) throw new Error(`The console said: ${complaints.join('\n')}`);
    return `${found} operations shown, no request to another host, a silent console`;
  } finally {
    await browser.close();
  }
}
