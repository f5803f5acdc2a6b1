import { chromium } from 'playwright-core';

export function openBrowser() {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath, args });
}

/** Collects what a page must not do: ask another host, complain on the console. A refusal's own status is no complaint. */
export function watch(page, url) {
  const faults = [];
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith('http') && asked.origin !== url) faults.push(`asked ${asked.href}`);
  });
  page.on('console', (message) => {
    const isStatus =
      message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !isStatus) faults.push(`said ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`threw ${error.message}`));
  return faults;
}
