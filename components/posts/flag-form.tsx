import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Select } from '@/components/ui/select'
import { flagsDoor } from '@/lib/doors'
import { flagReasons } from '@/lib/moderation/schema'
import { TextArea } from './text-area'

type Props = { post: number; texts: { values: Record<string, string>; refusals: Record<string, string> } }

/** Tells the moderators that something is wrong with a post. */
export async function FlagForm({ post, texts: { values, refusals } }: Props) {
  const [t, forms, reasons, locale] = await Promise.all([
    getTranslations('mine'),
    getTranslations('forms'),
    getTranslations('flagReasons'),
    getLocale(),
  ])
  return (
    <form method="post" action={flagsDoor} className="grid max-w-text gap-3">
      <Hidden fields={{ locale, post }} />
      <Select
        texts={{ id: 'flag-reason', name: 'reason', label: t('flagReason'), refusal: refusals.reason }}
        value={values.reason ?? ''}
        choices={flagReasons.map((reason) => ({ value: reason, text: reasons(reason) }))}
        empty={forms('choose')}
        isRequired
      />
      <TextArea
        texts={{ id: 'flag-text', name: 'text', label: t('flagText'), refusal: refusals.text }}
        value={values.text ?? ''}
        rows={2}
        isRequired={false}
      />
      <p>
        <Button tone="quiet">{t('sendFlag')}</Button>
      </p>
    </form>
  )
}
