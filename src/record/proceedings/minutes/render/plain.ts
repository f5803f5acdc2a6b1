import { type Block, parseMarkdown, type Run } from './markdown.js';

/** The text alone: headings underlined, lists with a dash or their number. */
export const plainOf = (markdown: string): string => parseMarkdown(markdown).map(blockText).join('\n\n');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return underlined(said(block.runs), block.level);
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${said(item)}`).join('\n');
    case 'paragraph':
      return block.lines.map(said).join('\n');
  }
}

function underlined(text: string, level: number): string {
  if (level > 2) return text;
  return `${text}\n${(level === 1 ? '=' : '-').repeat([...text].length)}`;
}

const said = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
