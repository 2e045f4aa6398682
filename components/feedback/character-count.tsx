'use client'

import { useEffect, useState } from 'react'

type Templates = { left: string; over: string }

// From here on it is shown, and at each of these a screen reader says it: not at every letter.
const STEPS = [200, 50, 0]

/** How much room is left in a text box, once it gets tight. Without JavaScript the hint above the box says the limit. */
export function CharacterCount({ of: id, max, templates }: { of: string; max: number; templates: Templates }) {
  const left = useLeft(id, max)
  const step = STEPS.findLast((one) => left <= one)
  return (
    <div className="min-h-6 text-right text-muted text-sm tabular-nums">
      <span aria-hidden="true">{step === undefined ? '' : said(left, templates)}</span>
      <output className="sr-only">{step === undefined ? '' : said(left < 0 ? left : step, templates)}</output>
    </div>
  )
}

function useLeft(id: string, max: number): number {
  const [left, setLeft] = useState(max)
  useEffect(() => {
    const box = document.getElementById(id)
    if (!(box instanceof HTMLTextAreaElement)) return
    const count = () => setLeft(max - [...box.value].length)
    count()
    box.addEventListener('input', count)
    return () => box.removeEventListener('input', count)
  }, [id, max])
  return left
}

function said(left: number, { left: room, over }: Templates): string {
  return left < 0 ? over.replace('{over}', String(-left)) : room.replace('{left}', String(left))
}
