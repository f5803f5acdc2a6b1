import { escapeHtml } from '#src/foundation/common/index.js';
import type { Block, NoticeContent } from './notice-content.js';

/** A page that prints well on letter paper, reads well on a telephone, and needs nothing from anywhere. */
const STYLE = `
    :root { color-scheme: light dark; }
    body { font: 1.125rem/1.5 Georgia, 'Times New Roman', serif; margin: 2rem auto; max-width: 42rem; padding: 0 1rem; }
    h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin: 1.5rem 0 .25rem; }
    dl { margin: 1rem 0; } dt { font-weight: bold; } dd { margin: 0 0 .5rem; }
    p, dd, li { overflow-wrap: anywhere; white-space: pre-line; }
    @page { margin: 2cm; }
    @media print { body { font-size: 12pt; margin: 0; max-width: none; } h2, dt { break-after: avoid; } li { break-inside: avoid; } }
  `;

export function htmlOf({ heading, commission, title, titleLanguage, blocks }: NoticeContent): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading)}: ${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p>${escapeHtml(commission)}</p>
<h1>${escapeHtml(heading)}</h1>
<p lang="${escapeHtml(titleLanguage)}"><strong>${escapeHtml(title)}</strong></p>
${blocks.map(blockOf).join('\n')}
</main>
</body>
</html>
`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'facts': {
      const rows = block.facts.map(
        ([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
      );
      return `<dl>\n${rows.join('\n')}\n</dl>`;
    }
    case 'list': {
      const items = block.items.map((item) => `<li>${escapeHtml(item)}</li>`);
      return `<h2>${escapeHtml(block.heading)}</h2>\n<ol>\n${items.join('\n')}\n</ol>`;
    }
    case 'words': {
      const words = `<p>${escapeHtml(block.text)}</p>`;
      return block.heading === null ? words : `<h2>${escapeHtml(block.heading)}</h2>\n${words}`;
    }
  }
}
