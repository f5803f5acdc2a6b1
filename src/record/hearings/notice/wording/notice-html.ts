import type { Block, NoticeContent } from './notice-content.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

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
<title>${escaped(heading)}: ${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p>${escaped(commission)}</p>
<h1>${escaped(heading)}</h1>
<p lang="${escaped(titleLanguage)}"><strong>${escaped(title)}</strong></p>
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
        ([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`,
      );
      return `<dl>\n${rows.join('\n')}\n</dl>`;
    }
    case 'list': {
      const items = block.items.map((item) => `<li>${escaped(item)}</li>`);
      return `<h2>${escaped(block.heading)}</h2>\n<ol>\n${items.join('\n')}\n</ol>`;
    }
    case 'words': {
      const words = `<p>${escaped(block.text)}</p>`;
      return block.heading === null ? words : `<h2>${escaped(block.heading)}</h2>\n${words}`;
    }
  }
}

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
