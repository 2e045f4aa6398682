import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Picture } from '@/lib/guides/guide-file'
import { ClocksDrawing } from './clocks'
import { NumbersDrawing } from './numbers'
import { ScamDrawing } from './scam'
import { VoucherDrawing } from './voucher'

const drawings: Record<Picture, () => ReactNode> = {
  clocks: ClocksDrawing,
  voucher: VoucherDrawing,
  numbers: NumbersDrawing,
  scam: ScamDrawing,
}

const points = ['one', 'two', 'three', 'four'] as const

/** A drawing with numbered places, and under it what stands at each: words that wrap, are read out and can be translated. */
export async function StepPicture({ name }: { name: Picture }) {
  const t = await getTranslations('pictures')
  const Drawing = drawings[name]
  return (
    <figure className="my-2 rounded-card border border-line bg-surface p-3">
      <svg
        viewBox="0 0 320 170"
        role="img"
        aria-label={t(`${name}.alt`)}
        className="mx-auto w-full max-w-sm"
        fontSize="13"
      >
        <Drawing />
      </svg>
      <figcaption className="mt-2 text-sm">
        <p className="font-semibold">{t(`${name}.title`)}</p>
        <ol className="mt-1 grid list-decimal gap-1 pl-5">
          {points.map((point) => (
            <li key={point}>{t(`${name}.${point}`)}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}
