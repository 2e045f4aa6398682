'use client'

import { useEffect, useState } from 'react'

/** Says how much room is left in a text box, once it gets tight. Without JavaScript the hint above the box says the limit. */
export function CharacterCount({ of: id, max, template }: { of: string; max: number; template: string }) {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const box = document.getElementById(id)
    if (!(box instanceof HTMLTextAreaElement)) return
    const count = () => setLeft(max - [...box.value].length)
    count()
    box.addEventListener('input', count)
    return () => box.removeEventListener('input', count)
  }, [id, max])
  return (
    <output htmlFor={id} className="block min-h-6 text-right text-muted text-sm tabular-nums">
      {left === undefined ? '' : template.replace('{left}', String(left))}
    </output>
  )
}
