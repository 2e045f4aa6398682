import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { controlOf, Field, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { feedbackDoor } from '@/lib/doors'
import { feedbackKinds, PAGE_MAX, REPLY_TO_DAYS, TEXT_MAX } from '@/lib/feedback/schema'
import { ADDRESS_MAX } from '@/lib/text/address'
import { CharacterCount } from './character-count'
import { KeepWords } from './keep-words'

export type FeedbackFields = { kind: string; text: string; page: string; replyTo: string }

/** `submission` names this one filling-in, so that sending it twice stores it once. `refusals` are sentences, by field. */
export async function FeedbackForm({
  values,
  refusals,
  submission,
}: {
  values: FeedbackFields
  refusals: Partial<FeedbackFields>
  submission: string
}) {
  const [t, locale] = await Promise.all([getTranslations('feedback'), getLocale()])
  const text = { name: 'text', label: t('text'), hint: t('textHint', { max: TEXT_MAX }), refusal: refusals.text }
  return (
    <form id="feedback" method="post" action={feedbackDoor} className="grid max-w-text gap-6">
      <KeepWords of="feedback" />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="key" value={submission} />
      <KindChoice value={values.kind} refusal={refusals.kind} />
      <Notice tone="warn">
        <p>{t('secrets')}</p>
      </Notice>
      <div>
        <Field texts={text}>
          <textarea {...controlOf(text)} rows={7} required defaultValue={values.text} />
        </Field>
        <CharacterCount
          of="text"
          max={TEXT_MAX}
          templates={{ left: t('textLeft', { left: '{left}' }), over: t('textOver', { over: '{over}' }) }}
        />
      </div>
      <TextField
        texts={{ name: 'page', label: t('page'), hint: t('pageHint'), refusal: refusals.page }}
        value={values.page}
        maxLength={PAGE_MAX}
      />
      <TextField
        texts={{
          name: 'replyTo',
          label: t('replyTo'),
          hint: t('replyToHint', { days: REPLY_TO_DAYS }),
          refusal: refusals.replyTo,
        }}
        value={values.replyTo}
        type="email"
        maxLength={ADDRESS_MAX}
        autoComplete="email"
      />
      <p>
        <Button>{t('send')}</Button>
      </p>
    </form>
  )
}

async function KindChoice({ value, refusal }: { value: string; refusal: string | undefined }) {
  const [t, kinds] = await Promise.all([getTranslations('feedback'), getTranslations('feedbackKinds')])
  return (
    <fieldset
      aria-describedby={refusal ? 'kind-refusal' : undefined}
      className={refusal ? 'border-seal border-l-4 pl-3' : undefined}
    >
      <legend className="font-semibold">{t('kind')}</legend>
      {refusal && (
        <p id="kind-refusal" className="font-semibold text-seal text-sm">
          {refusal}
        </p>
      )}
      {feedbackKinds.map((kind) => (
        <label key={kind} className="flex items-center gap-3 py-1.5">
          <input
            type="radio"
            name="kind"
            value={kind}
            required
            defaultChecked={kind === value}
            className="size-5 shrink-0 accent-jade"
          />
          {kinds(kind)}
        </label>
      ))}
    </fieldset>
  )
}
