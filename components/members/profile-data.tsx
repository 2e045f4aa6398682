import { getLocale, getTranslations } from 'next-intl/server'
import { JsonLd } from '@/components/layout/json-ld'
import { env } from '@/lib/env'
import { absolute, memberPath } from '@/lib/paths'
import type { Profile } from '@/lib/profiles/queries'

/** A member for search engines (schema.org ProfilePage): what is visible, and nothing else. */
export async function ProfileData({ profile }: { profile: Profile }) {
  const [posts, locale] = await Promise.all([getTranslations('posts'), getLocale()])
  const { handle, name, isCurators, contributions } = profile
  const url = absolute(memberPath(locale, handle), env().publicUrl)
  const written = contributions && contributions.questions + contributions.answers + contributions.experiences
  return (
    <JsonLd
      data={{
        '@type': 'ProfilePage',
        url,
        mainEntity: {
          '@type': isCurators ? 'Organization' : 'Person',
          name: isCurators ? posts('curators') : handle,
          ...(name ? { alternateName: name } : {}),
          ...(written === undefined
            ? {}
            : {
                agentInteractionStatistic: {
                  '@type': 'InteractionCounter',
                  interactionType: 'https://schema.org/WriteAction',
                  userInteractionCount: written,
                },
              }),
        },
      }}
    />
  )
}
