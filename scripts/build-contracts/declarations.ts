import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DeclarationModule, readModule } from './declaration-module.ts'

/** A declaration that the public types need, and the module that it stands in. */
interface Needed {
  readonly name: string
  readonly text: string
  readonly module: DeclarationModule
}

// The stub is an AsyncDisposable, which a consumer's `lib` need not have.
const LIBRARY = '/// <reference lib="esnext.disposable" />'

/**
 * The public types as one file: the exports of the package's index and what they need, nothing
 * else, so that a consumer's compiler meets neither our sources nor a package of ours.
 */
export const declarations = (folder: string): string => {
  const out = mkdtempSync(join(tmpdir(), 'bars-types-'))
  try {
    emit(folder, out)
    const index = readModule(join(out, folder, 'src/index.d.ts'))
    const needed = new Map<string, Needed>()
    for (const name of index.exports.keys()) need(index, name, needed)
    const texts = [...needed.values()].map(({ text }) => text)
    return `${LIBRARY}\n${texts.join('\n')}\nexport { ${[...index.exports.keys()].join(', ')} };\n`
  } finally {
    rmSync(out, { recursive: true })
  }
}

const emit = (folder: string, out: string): void => {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  const project = join(folder, 'tsconfig.types.json')
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', out], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout)
}

/** Adds the declaration of `name` as seen in `module`, after what it refers to. */
const need = (module: DeclarationModule, name: string, needed: Map<string, Needed>): void => {
  const declared = resolve(module, name)
  const known = needed.get(declared.name)
  if (known?.text === declared.text) return
  if (known !== undefined) {
    throw new Error(
      `${declared.name} is declared in ${known.module.path} and ${declared.module.path}`,
    )
  }
  needed.set(declared.name, declared)
  for (const reference of declared.module.referencesIn(declared.text)) {
    if (reference !== declared.name) need(declared.module, reference, needed)
  }
}

const resolve = (module: DeclarationModule, name: string): Needed => {
  const text = module.declarations.get(name)
  if (text !== undefined) return { name, text, module }

  const from = module.exports.get(name) ?? module.imports.get(name)
  if (from === undefined) throw new Error(`${module.path} declares no ${name}`)
  if (!from.startsWith('.')) {
    throw new Error(`${module.path}: the public types must not need ${name} of ${from}`)
  }
  return resolve(readModule(join(module.path, '..', from)), name)
}
