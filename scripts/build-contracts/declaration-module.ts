import { readFileSync } from 'node:fs'

/** A declaration file as tsc writes it: one statement a name, each beginning at the line's start. */
export interface DeclarationModule {
  readonly path: string
  /** Text by name, without `export`. */
  readonly declarations: ReadonlyMap<string, string>
  /** Where each name that is imported comes from. */
  readonly imports: ReadonlyMap<string, string>
  /** Where each name that is exported again comes from. */
  readonly exports: ReadonlyMap<string, string>
  /** The names in a text that the module declares or imports. */
  readonly referencesIn: (text: string) => readonly string[]
}

const FROM = /^(import|export) (?:type )?\{([^}]*)\} from '([^']+)';$/gm
const STATEMENT =
  /^(?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?(?:export )?(?:declare )?(?:const|function|class|interface|type) (\w+)[^\n]*(?:\n[ }][^\n]*)*/gm

/** Reads a declaration file; `path` may name the source that it was written from. */
export const readModule = (path: string): DeclarationModule => {
  const file = path.replace(/(?<!\.d)\.ts$/, '.d.ts')
  const text = readFileSync(file, 'utf8')
  if (/^export \*/m.test(text)) throw new Error(`${file}: name what is exported again`)
  const declarations = new Map(
    [...text.matchAll(STATEMENT)].map(([statement, name = '']) => [name, ambient(statement)]),
  )
  const imports = namesFrom(text, 'import')
  return {
    path: file,
    declarations,
    imports,
    exports: namesFrom(text, 'export'),
    referencesIn: (part) => {
      if (part.includes('import(')) throw new Error(`${file}: name the type of\n${part}`)
      return wordsOf(part).filter((word) => declarations.has(word) || imports.has(word))
    },
  }
}

const ambient = (statement: string): string => statement.replace(/^export /m, '')

const namesFrom = (text: string, keyword: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(FROM)]
      .filter(([, each]) => each === keyword)
      .flatMap(([, , names = '', from = '']) =>
        (names.match(/\w+(?=\s*(?:,|$))/g) ?? []).map((name) => [name, from] as const),
      ),
  )

// Comments, texts and the names of members and parameters refer to nothing.
const wordsOf = (text: string): readonly string[] => {
  const bare = text.replace(/\/\*[\s\S]*?\*\/|'[^'\n]*'|\b\w+\??:(?=\s)/g, '')
  return [...new Set(bare.match(/\b[A-Za-z_]\w*\b/g) ?? [])]
}
