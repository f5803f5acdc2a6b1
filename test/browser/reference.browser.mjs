import { chromium } from 'playwright-core';

/**
 * Opens the API reference in Chromium and throws unless it lists the operations, without a request to another
 * host, a refusal by the page's own policy or any other complaint on the console.
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
    await operations.first().click();
    await page.locator('.opblock-body').first().waitFor({ timeout: 20_000 });
    const found = await operations.count();
    if (foreign.length > 0) throw new Error(`The page asked another host: ${foreign.join(', ')}`);
    if (complaints.length > 0) throw new Error(`The console said: ${complaints.join('\n')}`);
    return `${found} operations shown, no request to another host, a silent console`;
  } finally {
    await browser.close();
  }
}
