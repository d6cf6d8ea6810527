import { describe } from 'vitest'
import { tellsTheTruth } from './truth.ts'

describe.for(['sh', 'bash'])('%s', (shell) => {
  tellsTheTruth('curl', { program: 'curl', version: 7 }, shell)
})
