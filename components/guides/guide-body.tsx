import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import type { GuidePage } from '@/lib/guides/queries'
import { formatDay } from '@/lib/i18n/format'
import { checkingPath } from '@/lib/paths'
import { type Facts, Prose } from './prose'
import { ScamBox } from './scam-box'
import { Sources } from './sources'
import { Parts } from './steps'
import { Terms } from './terms'
import { Titled } from './titled'

/** A whole guide, on the screen and in print. */
export async function GuideBody({
  guide,
  facts,
  isOpen = false,
}: {
  guide: GuidePage
  facts: Facts
  /** On paper nothing can be unfolded. */
  isOpen?: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations('guides'), getLocale()])
  const { words } = guide
  return (
    <>
      <p className="text-muted text-sm">
        {t('verifiedOn', { day: formatDay(locale, guide.verifiedOn) })} ·{' '}
        {t('reviewDue', { day: formatDay(locale, guide.reviewDue) })} ·{' '}
        <a href={checkingPath(locale)}>{t('howWeCheck')}</a>
      </p>
      <Contents guide={guide} />
      <details open={isOpen} className="my-4 max-w-text rounded-card bg-sunken px-3 py-2">
        <summary className="cursor-pointer">
          {t('forWhom')} · {t('youNeed')}
        </summary>
        <Lines title={t('forWhom')} lines={words.forWhom} facts={facts} />
        <Lines title={t('youNeed')} lines={words.youNeed} facts={facts} />
      </details>
      <div className="max-w-text">
        {/* Whoever is in need meets the first steps first. */}
        <Parts guide={guide} parts={guide.parts.slice(0, 1)} facts={facts} isOpen={isOpen} />
        <ScamBox />
        <Parts guide={guide} parts={guide.parts.slice(1)} facts={facts} isOpen={isOpen} />
        <Titled id="cautions" title={t('cautions')}>
          <ul className="grid gap-2 pl-5">
            {words.cautions.map((line) => (
              <li key={line} className="list-disc">
                <Prose text={line} facts={facts} />
              </li>
            ))}
          </ul>
        </Titled>
        <Titled id="wrong" title={t('goesWrong')}>
          <dl className="grid gap-4">
            {words.goesWrong.map(({ problem, remedy }) => (
              <div key={problem}>
                <dt className="font-semibold">
                  <Prose text={problem} facts={facts} />
                </dt>
                <dd>
                  <Prose text={remedy} facts={facts} />
                </dd>
              </div>
            ))}
          </dl>
        </Titled>
        <Titled id="questions" title={t('questions')}>
          {words.questions.map(({ id, question, answer }) => (
            <div key={id} id={id} className="target:bg-mark">
              <h3 className="text-lg">
                <Prose text={question} facts={facts} />
              </h3>
              <p>
                <Prose text={answer} facts={facts} />
              </p>
            </div>
          ))}
        </Titled>
        <Terms terms={guide.terms} />
        <Sources facts={facts} />
      </div>
    </>
  )
}

// First of all the way to the steps: whoever comes in need does not read what stands before them.
async function Contents({ guide }: { guide: GuidePage }) {
  const t = await getTranslations('guides')
  return (
    <nav aria-label={t('contents')} className="screen-only mt-4">
      <ul className="flex list-none flex-wrap gap-2">
        {guide.parts.map(({ id }) => (
          <li key={id}>
            <LinkButton href={`#${id}`} tone="quiet">
              {guide.words.parts[id]?.title}
            </LinkButton>
          </li>
        ))}
        <li>
          <LinkButton href="#wrong" tone="quiet">
            {t('goesWrong')}
          </LinkButton>
        </li>
      </ul>
    </nav>
  )
}

async function Lines({ title, lines, facts }: { title: string; lines: string[]; facts: Facts }) {
  return (
    <div className="mt-3">
      <h2 className="mb-1 text-lg">{title}</h2>
      <ul className="grid gap-1 pl-5">
        {lines.map((line) => (
          <li key={line} className="list-disc">
            <Prose text={line} facts={facts} />
          </li>
        ))}
      </ul>
    </div>
  )
}
