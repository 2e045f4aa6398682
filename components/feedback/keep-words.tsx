'use client'

import { useEffect } from 'react'

type Words = Record<string, string>

/**
 * Keeps what is being typed while the reader changes the language or looks something up: in this tab only, until it is sent. Fills
 * only what is empty, so that it never stands against what the server or the address gave.
 */
export function KeepWords({ of: id }: { of: string }) {
  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement)) return
    fill(form, read(id))
    const keep = () => sessionStorage.setItem(id, JSON.stringify(wordsOf(form)))
    const forget = () => sessionStorage.removeItem(id)
    form.addEventListener('input', keep)
    form.addEventListener('submit', forget)
    return () => {
      form.removeEventListener('input', keep)
      form.removeEventListener('submit', forget)
    }
  }, [id])
  return null
}

function wordsOf(form: HTMLFormElement): Words {
  const pairs = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !isHidden(form, name))
  return Object.fromEntries(pairs) as Words
}

function isHidden(form: HTMLFormElement, name: string): boolean {
  const control = form.elements.namedItem(name)
  return control instanceof HTMLInputElement && control.type === 'hidden'
}

function fill(form: HTMLFormElement, words: Words) {
  for (const [name, value] of Object.entries(words)) {
    const control = form.elements.namedItem(name)
    const isEmpty = control && 'value' in control && control.value === ''
    if (!isEmpty) continue
    control.value = value
    if (control instanceof HTMLElement) control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

function read(id: string): Words {
  try {
    return JSON.parse(sessionStorage.getItem(id) ?? '{}') as Words
  } catch {
    return {} // Storage that is switched off or damaged keeps nothing.
  }
}
