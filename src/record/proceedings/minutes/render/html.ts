import { escapeHtml } from '#src/foundation/common/index.js';
import type { Block, Run } from './markdown.js';
import { parseMarkdown } from './markdown.js';

/** The blocks as HTML; there is no text in it that was not escaped. */
export const htmlOf = (markdown: string): string => parseMarkdown(markdown).map(blockHtml).join('\n');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${runsHtml(block.runs)}</h${block.level}>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${runsHtml(item)}</li>`);
      return [`<${tag}>`, ...items, `</${tag}>`].join('\n');
    }
    case 'paragraph':
      return `<p>${block.lines.map(runsHtml).join('<br>\n')}</p>`;
  }
}

const runsHtml = (runs: readonly Run[]): string =>
  runs.map(({ text, bold }) => (bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text))).join('');
