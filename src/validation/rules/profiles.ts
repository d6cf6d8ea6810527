import { APPLICATIONS, applicationsOf } from '../../bars/applications.ts'
import { received } from '../../bars/privacy.ts'
import { WORKFLOWS } from '../../bars/workflow.ts'
import { isResourceType } from '../../fhir/coding.ts'
import { member, text } from '../../fhir/json.ts'
import { CLAUSES } from '../clauses.ts'
import type { PlacedEntry, SentMessage } from '../message.ts'
import { type Check, type Fault, NOTHING, ofMessage } from '../rule.ts'
import { BUNDLE_PROFILE, PUBLISHERS, profilesOf } from '../tables/profiles.ts'

/** Checks of the profiles that a message says it follows, and of the version that it says it is of. */
export const PROFILE_CHECKS: readonly Check[] = [
  ofMessage({ id: 'profile/Bundle', severity: 'error', source: CLAUSES.profiles }, wrongBundle),
  ofMessage({ id: 'profile/resource', severity: 'error', source: CLAUSES.profiles }, wrongProfiles),
  ofMessage(
    { id: 'profile/MessageHeader', severity: 'error', source: CLAUSES.profiles },
    wrongHeader,
  ),
  ofMessage({ id: 'bundle/version', severity: 'error', source: CLAUSES.versions }, wrongVersion),
]

function profilesIn(resource: unknown): readonly string[] {
  const profiles = member(member(resource, 'meta'), 'profile')
  const sent: readonly unknown[] = Array.isArray(profiles) ? profiles : []
  // A canonical may end with `|` and a version.
  return sent.flatMap((each) => (typeof each === 'string' ? (each.split('|', 1)[0] ?? []) : []))
}

function wrongBundle({ json }: SentMessage): readonly Fault[] {
  const sent = profilesIn(json)
  if (sent.length === 0 || sent.includes(BUNDLE_PROFILE)) return NOTHING
  return [profileFault('Bundle', [BUNDLE_PROFILE], sent)]
}

function wrongProfiles({ entries }: SentMessage): readonly Fault[] {
  return entries.every(hasKnownProfiles) ? NOTHING : entries.flatMap((entry) => wrongProfile(entry))
}

function hasKnownProfiles({ entry: { resource } }: PlacedEntry): boolean {
  const profiles = member(resource['meta'], 'profile')
  const known: readonly unknown[] = profilesOf(resource.resourceType)
  return Array.isArray(profiles) && profiles.every((each) => known.includes(each))
}

// A profile of somebody else's may stand beside one that BaRS asks for.
function wrongProfile({ where, entry: { resource } }: PlacedEntry): readonly Fault[] {
  const sent = profilesIn(resource)
  // What is of no type of R4 has a finding of its own.
  if (sent.length === 0 || !isResourceType(resource.resourceType)) return NOTHING
  const known = profilesOf(resource.resourceType)
  const unknown = sent.filter((each) => !known.includes(each))
  if (unknown.length < sent.length && unknown.every(isForeign)) return NOTHING
  return [profileFault(where, known, unknown)]
}

function isForeign(profile: string): boolean {
  return !PUBLISHERS.some((each) => profile.startsWith(each))
}

const profileFault = (where: string, known: readonly string[], sent: readonly string[]): Fault => ({
  where: `${where}.meta.profile`,
  expected: known.join(' or '),
  received: sent.map(received).join(' and '),
})

function wrongHeader({ header, workflow }: SentMessage): readonly Fault[] {
  if (header === undefined || workflow === undefined) return NOTHING
  const right = `BARSMessageHeader-${WORKFLOWS[workflow].event}`
  const named = profilesIn(header.entry.resource).filter((each) =>
    each.includes('/BARSMessageHeader-'),
  )
  if (named.length === 0 || named.some((each) => each.endsWith(`/${right}`))) return NOTHING
  return [profileFault(header.where, [`https://fhir.nhs.uk/StructureDefinition/${right}`], named)]
}

const VERSION = /^\d{1,2}\.\d{1,2}\.\d{1,2}(?:-(?:alpha|beta)(?:\.\d{1,2})?)?$/

function wrongVersion({ json, useCases }: SentMessage): readonly Fault[] {
  const version = text(member(json, 'meta'), 'versionId')
  const applications = applicationsOf(useCases)
  const known = [...new Set<string>(applications.flatMap((each) => APPLICATIONS[each].versions))]
  if (version === undefined || known.length === 0 || known.includes(version)) return NOTHING
  return [
    {
      where: 'Bundle.meta.versionId',
      expected: `a version of Application ${applications.join(' or ')}: ${known.join(', ')}`,
      received: VERSION.test(version) ? `'${version}'` : received(version),
    },
  ]
}
