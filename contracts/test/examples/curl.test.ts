import { describe } from 'vitest'
import { sendsAsShown } from './senders.ts'

describe.for(['sh', 'bash'])('%s', (shell) => {
  sendsAsShown('curl', { program: 'curl', version: 7 }, shell)
})
