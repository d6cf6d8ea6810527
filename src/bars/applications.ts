import type { UseCase } from './code-systems.ts'

/** An Application of BaRS. */
interface Row {
  /** How the codes of its use cases begin. */
  readonly useCases: readonly string[]
  /** The versions that a Bundle may say it is of, the newest last (ruling 39). */
  readonly versions: readonly string[]
}

/**
 * The Applications of BaRS by number: 5 is GP to pharmacy, 6 is CAD to CAD. Their versions are those of
 * the guide 1.12.0 and before it, and of the messages published with it.
 */
// biome-ignore format: a table reads by column
export const APPLICATIONS = {
  1: { useCases: ['a1'],                      versions: ['1.0.0', '1.1.0', '2.0.0', '2.1.0'] },
  2: { useCases: ['a2'],                      versions: ['1.0.0', '1.1.0', '2.0.0', '2.1.0'] },
  3: { useCases: ['a3'],                      versions: ['1.0.0', '1.1.0', '2.0.0'] },
  4: { useCases: ['a4'],                      versions: ['1.0.0', '1.1.0', '2.0.0'] },
  5: { useCases: ['a5', 'referraltopharmacy'], versions: ['1.0.0-beta', '1.0.0', '1.1.0', '1.2.0'] },
  6: { useCases: ['a6'],                      versions: ['1.0.0-alpha', '1.0.0-beta', '1.0.0-beta.8'] },
  7: { useCases: ['a7'],                      versions: ['1.0.0-alpha', '1.0.0-alpha.4'] },
  8: { useCases: ['a8'],                      versions: ['1.0.0-alpha', '1.0.0-alpha.3'] },
} as const satisfies Readonly<Record<number, Row>>

/** The number of an Application. */
export type Application = keyof typeof APPLICATIONS

/** Every Application. */
export const ALL_APPLICATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly Application[]

/** The Applications that a message is of; none where its use case is not named, or of none. */
export const applicationsOf = (useCases: readonly string[]): readonly Application[] =>
  ALL_APPLICATIONS.filter((number) => isIn([number], useCases))

/** Whether a message is of one of these Applications, by the codes of its use cases. */
export function isIn(applications: readonly Application[], useCases: readonly string[]): boolean {
  return applications.some((application) =>
    APPLICATIONS[application].useCases.some((prefix) =>
      useCases.some((each) => each.toLowerCase().startsWith(prefix)),
    ),
  )
}

/** The newest version of the Application that a use case is of. */
export function newestVersion(useCase: UseCase): string {
  const [application = 1] = applicationsOf([useCase])
  return APPLICATIONS[application].versions.at(-1) ?? '1.0.0'
}
