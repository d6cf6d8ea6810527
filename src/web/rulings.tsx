import * as z from 'zod/mini'
import { show } from './layout.tsx'
import type { Page } from './visit.ts'

const Rulings = z.array(z.tuple([z.string(), z.string(), z.string()]))

/** What the sandbox does where the sources contradict each other or are silent. */
export const rulings: Page = async (visit) => {
  const rows = Rulings.parse(await (await visit.deps.asset?.('/assets/rulings.json'))?.json())
  return show(
    visit,
    { title: 'Rulings', trail: [['/reference', 'Reference']] },
    <div class="app-prose">
      <h1>Rulings</h1>
      <p>
        Where the sources of the standard contradict each other or are silent, this is what the
        sandbox does. Each has a test.
      </p>
      {rows.map(([number, question, answer]) => (
        <section class="app-ruling">
          <h2 id={`ruling-${number.replace(/\D+/g, '-')}`}>
            {number}. <Text text={question} />
          </h2>
          <p>
            <Text text={answer} />
          </p>
        </section>
      ))}
    </div>,
  )
}

/** A text in which values stand between backticks. */
const Text = ({ text }: { text: string }) => (
  <>
    {text
      .replaceAll(String.raw`\|`, '|')
      .split('`')
      .map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}
  </>
)
