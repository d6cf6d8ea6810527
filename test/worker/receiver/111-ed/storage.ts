import { runInDurableObject } from 'cloudflare:test'
import type { Sender } from '../../sender.ts'

/** What storage holds of an organisation, and when it is to be cleared. */
export const stored = (sender: Sender) =>
  runInDurableObject(sender.object(), async (_object, { storage }) => {
    const alarm = await storage.getAlarm()
    return {
      changes: storage.sql.exec('SELECT * FROM transitions').toArray().length,
      alarm: alarm === null ? null : new Date(alarm).toISOString(),
    }
  })

/** How many rows were written since the organisation's object woke, and what that came to. */
export const written = (sender: Sender) =>
  runInDurableObject(sender.object(), async (_object, { storage }) => ({
    rows: storage.sql.exec<{ rows: number }>('SELECT total_changes() AS rows').one().rows,
    bytes: storage.sql.databaseSize,
    alarm: await storage.getAlarm(),
  }))

/** What is left in the storage of an organisation that is to be forgotten. */
export const leftOf = (sender: Sender) =>
  runInDurableObject(sender.object(), async (_object, { storage }) => ({
    tables: storage.sql
      .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'")
      .toArray(),
    day: storage.kv.get('day'),
    alarm: await storage.getAlarm(),
  }))

/** Takes the alarm away, as if the runtime had lost it. */
export const loseAlarm = (sender: Sender) =>
  runInDurableObject(sender.object(), (_object, { storage }) => storage.deleteAlarm())

/** Delivers the alarm once more, as the runtime may. */
export const deliverAlarm = (sender: Sender) =>
  runInDurableObject(sender.object(), (object) => object.alarm())
