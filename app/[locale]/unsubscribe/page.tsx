import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { oneClickPath } from '@/lib/doors'
import { subscriptionOf } from '@/lib/notifications/unsubscribe'
import { privateMetadata } from '@/lib/pages/metadata'
import { notificationsPath, unsubscribePath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unsubscribe')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** Behind the link of a letter: looking ends nothing, the button does, without signing in. */
export default async function UnsubscribePage({ searchParams }: PageProps<'/[locale]/unsubscribe'>) {
  const [t, names, locale, { token: given }] = await Promise.all([
    getTranslations('unsubscribe'),
    getTranslations('choices.names'),
    getLocale(),
    searchParams,
  ])
  const token = typeof given === 'string' ? given : ''
  const subscription = await subscriptionOf(token)
  return (
    <Frame address={(one) => unsubscribePath(one, token)} isSecret>
      <PageTitle lead={subscription && !subscription.isOver ? t('lead') : undefined}>{t('title')}</PageTitle>
      {!subscription && (
        <Notice tone="warn">
          <p>{t('invalid')}</p>
        </Notice>
      )}
      {subscription && (
        <>
          {subscription.isOver && (
            <Notice>
              <p className="font-semibold">{t('done')}</p>
            </Notice>
          )}
          <ul className="my-4 grid gap-1 pl-5">
            {subscription.kinds.map((kind) => (
              <li key={kind} className="list-disc">
                {names(kind)}
              </li>
            ))}
          </ul>
          {!subscription.isOver && (
            <form method="post" action={oneClickPath(locale, token)}>
              <Button>{t('stop')}</Button>
            </form>
          )}
        </>
      )}
      <p className="mt-6">
        <a href={notificationsPath(locale)}>{t('choices')}</a>
      </p>
    </Frame>
  )
}
