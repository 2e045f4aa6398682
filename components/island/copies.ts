const SHOWN_MS = 2_000

/** Buttons that copy a code: hidden in the page, since without a script they could do nothing. */
export function enlivenCopies() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', () => void copy(button))
  }
}

async function copy(button: HTMLButtonElement) {
  const { copy: text = '', copied = '' } = button.dataset
  await navigator.clipboard.writeText(text)
  const before = button.textContent
  button.textContent = copied
  setTimeout(() => {
    button.textContent = before
  }, SHOWN_MS)
}
