// @ts-check
// What makes the pages quicker to use; each of them does without.

/** @param {ParentNode} within */
const addCopyButtons = (within) => {
  for (const code of within.querySelectorAll('.app-code')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'app-copy'
    button.textContent = 'Copy'
    const label = code.querySelector('section')?.getAttribute('aria-label') ?? ''
    button.setAttribute('aria-label', `Copy: ${label}`)
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.querySelector('code')?.textContent ?? '')
      button.textContent = 'Copied'
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 2000)
    })
    code.append(button)
  }
}

/**
 * Follows a link that changes one part of the page without leaving the page.
 * @param {HTMLAnchorElement} link
 * @param {string} id
 */
const swap = async (link, id) => {
  const answer = await fetch(link.href)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById(id)
  const old = document.getElementById(id)
  if (fresh === null || old === null) return location.assign(link.href)
  const position = [...old.querySelectorAll('a')].indexOf(link)
  old.replaceWith(fresh)
  history.replaceState(null, '', link.href.replace(/#.*$/, ''))
  addCopyButtons(fresh)
  fresh.querySelectorAll('a')[position]?.focus()
}

addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target instanceof Element ? event.target.closest('a[data-swap]') : null
  if (!(link instanceof HTMLAnchorElement)) return
  event.preventDefault()
  swap(link, link.dataset['swap'] ?? '').catch(() => location.assign(link.href))
})

/** Takes a file that is dropped on a box for messages as its text. */
for (const box of document.querySelectorAll('textarea[data-drop]')) {
  if (!(box instanceof HTMLTextAreaElement)) continue
  box.addEventListener('dragover', (event) => event.preventDefault())
  box.addEventListener('drop', async (event) => {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    event.preventDefault()
    box.value = await file.text()
  })
}

/** Shows each request of an organisation as it comes, without touching what is being filtered. */
const live = document.querySelector('[data-live]')
if (live instanceof HTMLElement && location.search === '') {
  const events = new EventSource(live.dataset['live'] ?? '')
  events.addEventListener('message', async () => {
    const answer = await fetch(location.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const id of ['log', 'stands', 'events', 'history']) {
      const fresh = page.getElementById(id)
      const old = document.getElementById(id)
      if (fresh !== null && old !== null && !old.contains(document.activeElement))
        old.replaceWith(fresh)
    }
  })
}

addCopyButtons(document)
