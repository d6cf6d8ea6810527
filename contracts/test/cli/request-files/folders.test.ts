import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { buildRequest } from '../../../src/index.ts'
import { cli } from '../captured.ts'
import { asText, written } from './written.ts'

const request = buildRequest('booking-conflict-409')
const { body, ...head } = request

const CLEAN = "no contract violation in scenario 'booking-conflict-409': POST /$process-message"

it('checks every file of a folder, but what is no request by its name', async ({ expect }) => {
  const folder = written({
    'README.md': 'What these are.',
    '.hidden': 'nothing',
    'http-client.env.json': '{}',
    'b.http': `${asText(head)}< message.json\n`,
    'message.json': JSON.stringify(body),
    'c.json': JSON.stringify([request, request]),
  })
  mkdirSync(join(folder, 'a'))
  writeFileSync(join(folder, 'a', 'deep.http'), asText(request))

  const { exit, out, err } = await cli('check', folder)

  expect([exit, err]).toEqual([0, ''])
  expect(out.replaceAll(`${folder}/`, '')).toBe(`a/deep.http: ${CLEAN}
b.http: ${CLEAN}
c.json:1: ${CLEAN}
c.json:2: ${CLEAN}
4 requests: 4 clean
`)
})

it('is not green for a folder in which a file is no request, or that has none', async ({
  expect,
}) => {
  const mixed = written({ 'a.http': asText(request), 'notes.txt': 'to be done' })
  const empty = written({ '.hidden': 'nothing' })

  const { exit, out } = await cli('check', mixed)

  expect(exit).toBe(2)
  expect(out).toContain("notes.txt: not checked: 'to be done' is no request line")
  expect(await cli('check', empty)).toEqual({
    exit: 2,
    out: `${empty}: not checked: The folder holds no request.\n`,
    err: '',
  })
})
