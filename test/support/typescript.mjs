// `node --import ./test/support/typescript.mjs file.ts` runs the sources as the tests see them, without a build.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
