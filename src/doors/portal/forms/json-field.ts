import { invalid } from '#src/foundation/common/index.js';

/** What a script of ours wrote into a field. @throws DomainError 400 VALIDATION */
export function jsonField(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([{ pointer: `/${name}`, code: 'FORMAT', detail: 'is not what the page’s script writes' }]);
  }
}
