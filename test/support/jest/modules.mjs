import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { createScriptTransformer } from '@jest/transform';
import { pathOfSource, testFolder, urlOf } from './specifiers.mjs';

const esm = {
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};

/** Of the module registry, which all files of a worker share: what would ask for one of the file's own. */
const registryOfTheFile = [
  'mock',
  'doMock',
  'unmock',
  'dontMock',
  'setMock',
  'unstable_mockModule',
  'unstable_unmockModule',
  'resetModules',
  'isolateModules',
  'isolateModulesAsync',
];

/** The modules of the program, by path, and of the packages, by specifier: once a worker. */
const program = new Map();
const packages = new Map();
let transformer;
let linked = Promise.resolve();

/** The next file loads the program as it is by then. */
export function forgetProgram() {
  program.clear();
}

/** What one test file imports. The file and what lies below test/ is its own; the rest it shares with others. */
export class TestModules {
  #own = new Map();
  #runtime;
  #testPath;
  #config;

  constructor(config, runtime, testPath) {
    this.#config = config;
    this.#runtime = runtime;
    this.#testPath = testPath;
  }

  async import(path) {
    transformer ??= await createScriptTransformer(this.#config);
    try {
      return (await this.#evaluated(path)).namespace;
    } catch (error) {
      // Modules that were linked by halves would fail whoever imports them next, for a reason that is not theirs.
      forgetProgram();
      throw error;
    }
  }

  async #evaluated(path) {
    // One graph at a time: two that were linked at once could each meet modules the other is not done with.
    const link = linked.then(() => this.#linkedGraph(path));
    linked = link.catch(() => undefined);
    const module = await link;
    await module.evaluate();
    return module;
  }

  async #linkedGraph(path) {
    const module = this.#moduleAt(path);
    if (module.status === 'unlinked')
      await module.link((specifier, from) => this.#resolved(specifier, from.identifier));
    return module;
  }

  #resolved(specifier, from) {
    if (specifier === '@jest/globals') return this.#globals();
    const path = pathOfSource(specifier, from);
    return path === undefined ? packageModule(urlOf(specifier, from)) : this.#moduleAt(path);
  }

  #moduleAt(path) {
    const modules = path === this.#testPath || path.startsWith(testFolder) ? this.#own : program;
    let module = modules.get(path);
    if (module === undefined) modules.set(path, (module = this.#compiled(path)));
    return module;
  }

  #compiled(path) {
    const { code, sourceMapPath } = transformer.transform(path, esm, readFileSync(path, 'utf8'));
    if (sourceMapPath) this.#runtime.getSourceMaps().set(path, sourceMapPath);
    return new vm.SourceTextModule(code, {
      identifier: path,
      initializeImportMeta: (meta) => {
        meta.url = pathToFileURL(path).href;
      },
      importModuleDynamically: (specifier) => {
        const source = pathOfSource(specifier, path);
        return source === undefined ? import(urlOf(specifier, path)) : this.#evaluated(source);
      },
    });
  }

  #globals() {
    const { jest, ...globals } = this.#runtime.requireModuleOrMock(this.#testPath, '@jest/globals');
    const refused = registryOfTheFile.map((name) => [name, () => refuse(name)]);
    return synthetic('@jest/globals', { ...globals, jest: { ...jest, ...Object.fromEntries(refused) } });
  }
}

async function packageModule(url) {
  let module = packages.get(url);
  if (module === undefined) packages.set(url, (module = synthetic(url, await import(url))));
  return module;
}

function synthetic(identifier, values) {
  const names = Object.keys(values);
  const give = function () {
    for (const name of names) this.setExport(name, values[name]);
  };
  return new vm.SyntheticModule(names, give, { identifier });
}

function refuse(name) {
  throw new Error(`jest.${name}: the files of a worker share the program's modules (test/support/jest).`);
}
